import { refusalText } from '../../copy/copy.ts'
import type { Refusal, Result } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import { escape } from '../../slack/blocks.ts'
import { ACTION, readId, VIEW } from '../../slack/ids.ts'
import type { ActionCall, Call, CommandCall, Listeners, SubmissionCall } from '../../slack/listener.ts'
import type { Message } from '../../slack/message.ts'
import { plainMessage } from '../../slack/views.ts'
import { draftOf } from '../draft.ts'
import { endProgram } from '../end-program.ts'
import { inviteAgain } from '../invite-again.ts'
import { countInvited, leadNames } from '../look-at-program.ts'
import { type AboutProgram, type Invite, openProgram, readyToOpen } from '../open-program.ts'
import { attributeOf } from '../program-store.ts'
import { isLeadOf, programsLed, programToLead } from '../program-to-lead.ts'
import type { Program } from '../program.ts'
import { findProgram } from '../store.ts'
import { openedView, openView, programMessage, programsMessage } from '../views/program-views.ts'
import { noticeView } from '../views/saved-view.ts'
import { noProgramMessage } from '../views/which-program-view.ts'
import { openForm } from './form.ts'

/** `/mentor program`, and the buttons that open, end and invite. */
export const programsListeners = (deps: Deps, invite: Invite): Listeners => ({
  commands: [{ name: 'program', access: 'lead', run: (call) => programCommand(deps, call) }],
  actions: [
    { id: ACTION.programShow, access: 'lead', run: (call) => show(deps, call) },
    { id: ACTION.programOpen, access: 'lead', run: (call) => askToOpen(deps, call) },
    { id: ACTION.programEnd, access: 'lead', run: (call) => end(deps, call) },
    { id: ACTION.peopleInvite, access: 'lead', run: (call) => invitePeople(deps, invite, call) },
  ],
  submissions: [
    {
      id: VIEW.programOpen,
      access: 'lead',
      run: async (call) => {
        const opened = await openProgram(deps, about(call, call.metadata), invite, call.now)
        return {
          update: opened.ok
            ? openedView(call.copy, opened.value)
            : noticeView(call.copy, refusalText(call.copy, opened.refusal)),
        }
      },
    },
  ],
})

async function programCommand(deps: Deps, call: CommandCall): Promise<Message | undefined> {
  const [word = '', ...rest] = call.rest.split(' ')
  if (call.rest === '') return programsMessage(call.copy, await programsLed(deps.db, call))
  if (call.rest.toLowerCase() === 'create') {
    await openForm(deps, call)
    return undefined
  }
  const named = await programToLead(deps.db, call, call.rest)
  // "end Autumn" and "Autumn" both show the program; ending is its button, which says first what it does
  const found = !named.ok && word.toLowerCase() === 'end' ? await programToLead(deps.db, call, rest.join(' ')) : named
  if (found.ok) return look(deps, call, found.value)
  return noProgramMessage(call.copy, found.refusal, (name) => `program ${name}`)
}

async function look(deps: Deps, call: Call, program: Program): Promise<Message> {
  const { db } = deps
  const draft = draftOf(program, await attributeOf(db, call.workspaceId, program.id))
  return programMessage(call.copy, {
    program,
    draft,
    invited: await countInvited(db, call.workspaceId, draft),
    leads: await leadNames(db, call.workspaceId, program),
  })
}

async function show(deps: Deps, call: ActionCall): Promise<void> {
  const program = await findProgram(deps.db, call.workspaceId, readId(call.value))
  const isTheirs = program !== undefined && isLeadOf(call, program.id)
  await call.reply(isTheirs ? await look(deps, call, program) : say(call, { code: 'message_out_of_date', detail: {} }))
}

async function askToOpen(deps: Deps, call: ActionCall): Promise<void> {
  const ready = await readyToOpen(deps.db, about(call, call.value), call.now)
  const view = ready.ok
    ? openView(call.copy, ready.value)
    : noticeView(call.copy, refusalText(call.copy, ready.refusal))
  await (call.view ? call.update(view) : call.open(view))
}

async function end(deps: Deps, call: ActionCall): Promise<void> {
  const ended = await endProgram(deps, about(call, call.value), call.now)
  await answer(
    call,
    ended,
    ({ name }) => plainMessage(call.copy.program.ended(escape(name))),
    (m) => call.redraw(m),
  )
}

async function invitePeople(deps: Deps, invite: Invite, call: ActionCall): Promise<void> {
  const invited = await inviteAgain(deps, about(call, call.value), invite, call.now)
  await answer(
    call,
    invited,
    (n) => plainMessage(call.copy.program.invitedAgain(n)),
    (m) => call.reply(m),
  )
}

/** What was done, where it was; what could not be, beside it. */
async function answer<T>(
  call: ActionCall,
  result: Result<T>,
  message: (value: T) => Message,
  put: (message: Message) => Promise<void>,
): Promise<void> {
  await (result.ok ? put(message(result.value)) : call.reply(say(call, result.refusal)))
}

const say = ({ copy }: Call, refusal: Refusal): Message => plainMessage(refusalText(copy, refusal))

/** A button's value and a form's metadata only point; whether this lead leads the program is asked by the verb. */
const about = (call: ActionCall | SubmissionCall, id: string): AboutProgram => ({
  workspaceId: call.workspaceId,
  by: call.userId,
  standing: call.standing,
  programId: readId(id),
})
