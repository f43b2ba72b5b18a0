import { refusalText } from '../../copy/copy.ts'
import type { Deps } from '../../database/deps.ts'
import { addDays, addMonths, localDate } from '../../delivery/working-time.ts'
import { findPerson } from '../../people/store.ts'
import { ACTION, readId, VIEW } from '../../slack/ids.ts'
import type {
  ActionCall,
  Call,
  CommandCall,
  Listeners,
  SubmissionAnswer,
  SubmissionCall,
} from '../../slack/listener.ts'
import type { View } from '../../slack/message.ts'
import { plainMessage } from '../../slack/views.ts'
import { draftOf } from '../draft.ts'
import { draftOnly } from '../draft-only.ts'
import { type FormState, readState, writeState } from '../form-state.ts'
import { countInvited, invitationChoices } from '../look-at-program.ts'
import { emptyDraft, readProgramForm } from '../program-form.ts'
import { attributeOf } from '../program-store.ts'
import { isLeadOf } from '../program-to-lead.ts'
import { readyToSave, saveProgram } from '../save-program.ts'
import { findProgram } from '../store.ts'
import { programView, readBackView } from '../views/form-view.ts'
import { noticeView, savedView } from '../views/saved-view.ts'

/** days people usually get to join */
const JOINING_DAYS = 21
/** days from the last day of joining to the first topic, for pairs to be made and to agree */
const PAIRING_DAYS = 10
const MONTHS = 13

/** The form of a program: create it or change its draft, read it back, save it. */
export const formListeners = (deps: Deps): Listeners => ({
  actions: [
    { id: ACTION.programCreate, access: 'lead', run: (call) => openForm(deps, call) },
    { id: ACTION.programChange, access: 'lead', run: (call) => changeForm(deps, call) },
    { id: ACTION.programMore, access: 'lead', run: (call) => redrawForm(deps, call) },
  ],
  submissions: [
    { id: VIEW.program, access: 'lead', run: (call) => readBack(deps, call) },
    { id: VIEW.programSave, access: 'lead', run: (call) => save(deps, call) },
  ],
})

/** An empty form, with days that suit. */
export async function openForm(deps: Deps, call: ActionCall | CommandCall): Promise<void> {
  const joinBy = addDays(await today(deps, call), JOINING_DAYS)
  const ready = addDays(joinBy, PAIRING_DAYS)
  const firstOn = addMonths(`${ready.slice(0, 7)}-01`, ready.endsWith('-01') ? 0 : 1)
  await call.open(
    await formView(deps, call, { programId: null, draft: emptyDraft('reverse', { joinBy, firstOn }) }, false),
  )
}

async function changeForm(deps: Deps, call: ActionCall): Promise<void> {
  const programId = readId(call.value)
  const program = await findProgram(deps.db, call.workspaceId, programId)
  const { copy } = call
  if (!program || !isLeadOf(call, programId)) {
    return call.reply(plainMessage(refusalText(copy, { code: 'message_out_of_date', detail: {} })))
  }
  const isDraft = draftOnly(program)
  if (!isDraft.ok) return call.reply(plainMessage(refusalText(copy, isDraft.refusal)))
  const draft = draftOf(program, await attributeOf(deps.db, call.workspaceId, programId))
  await call.open(await formView(deps, call, { programId, draft }, false))
}

/** More fields, or back from the paragraph to the form: nothing that was filled in is lost. */
async function redrawForm(deps: Deps, call: ActionCall): Promise<void> {
  const state = readState(call.view?.metadata ?? '')
  if (!state || !call.view) return
  const draft = call.value === 'more' ? readProgramForm(call.view.values, state.draft) : state.draft
  await call.update(await formView(deps, call, { ...state, draft }, true))
}

async function formView(deps: Deps, call: Call, state: FormState, isMore: boolean): Promise<View> {
  const metadata = writeState(state)
  if (metadata === undefined)
    return noticeView(call.copy, refusalText(call.copy, { code: 'program_too_long', detail: {} }))
  const thisMonth = `${(await today(deps, call)).slice(0, 7)}-01`
  return programView(call.copy, {
    draft: state.draft,
    choices: await invitationChoices(deps.db, call.workspaceId),
    months: Array.from({ length: MONTHS }, (_, i) => addMonths(thisMonth, i + 1)),
    isMore,
    metadata,
  })
}

async function readBack(deps: Deps, call: SubmissionCall): Promise<SubmissionAnswer> {
  const state = readState(call.metadata)
  if (!state) return { update: noticeView(call.copy, refusalText(call.copy, { code: 'form_out_of_date', detail: {} })) }
  const draft = readProgramForm(call.values, state.draft)
  const { workspaceId, userId: by, standing } = call
  const ready = await readyToSave(deps.db, { workspaceId, by, standing, programId: state.programId, draft }, call.now)
  if (!ready.ok) {
    const text = refusalText(call.copy, ready.refusal)
    return ready.refusal.field ? { errors: { [ready.refusal.field]: text } } : { update: noticeView(call.copy, text) }
  }
  const metadata = writeState({ programId: state.programId, draft })
  if (metadata === undefined) {
    return { errors: { name: refusalText(call.copy, { code: 'program_too_long', detail: {} }) } }
  }
  return { update: readBackView(call.copy, draft, await countInvited(deps.db, workspaceId, draft), metadata) }
}

async function save(deps: Deps, call: SubmissionCall): Promise<SubmissionAnswer> {
  const state = readState(call.metadata)
  if (!state) return { update: noticeView(call.copy, refusalText(call.copy, { code: 'form_out_of_date', detail: {} })) }
  const { workspaceId, userId: by, standing, now } = call
  const saved = await saveProgram(deps, { workspaceId, by, standing, ...state }, now)
  return {
    update: saved.ok ? savedView(call.copy, saved.value) : noticeView(call.copy, refusalText(call.copy, saved.refusal)),
  }
}

const today = async (deps: Deps, call: Call): Promise<string> =>
  localDate(call.now, (await findPerson(deps.db, call.workspaceId, call.userId))?.tz ?? 'UTC')
