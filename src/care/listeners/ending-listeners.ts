import { refuse } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import { readId } from '../../enrollment/listeners/read-id.ts'
import { showForClick } from '../../enrollment/listeners/show.ts'
import { noticeView } from '../../enrollment/views/answers.ts'
import { fieldErrors, refusedMessage, refusedText } from '../../enrollment/views/refused.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import type { ActionCall, Listeners, SubmissionAnswer, SubmissionCall } from '../../slack/listener.ts'
import { form } from '../../slack/form.ts'
import { lookAtBreak } from '../look-at-break.ts'
import { takeBreak } from '../take-break.ts'
import { breakDoneView, breakView } from '../views/break-view.ts'
import { listedMessage } from '../views/listed-view.ts'
import { wantPartner } from '../want-partner.ts'

/** After an ending: a new partner, or a break. Stopping is leaving. */
export const endingListeners = (deps: Deps): Listeners => ({
  actions: [
    { id: ACTION.endingNewPartner, access: 'everyone', keep: true, run: (call) => newPartner(deps, call) },
    {
      id: ACTION.breakOpen,
      access: 'everyone',
      run: async (call) => {
        const { workspaceId, userId: personId, copy, now } = call
        const look = await lookAtBreak(deps, { workspaceId, personId, programId: readId(call.value) }, now)
        await showForClick(
          call,
          look.ok ? { view: breakView(copy, look.value) } : { message: refusedMessage(copy, look.refusal) },
        )
      },
    },
  ],
  submissions: [{ id: VIEW.takeBreak, access: 'everyone', run: (call) => submit(deps, call) }],
})

async function newPartner(deps: Deps, call: ActionCall): Promise<void> {
  const { workspaceId, userId: personId, copy, now } = call
  const wanted = await wantPartner(deps, { workspaceId, personId, programId: readId(call.value) }, now)
  const message = wanted.ok
    ? listedMessage(copy, wanted.value.program, wanted.value.next)
    : refusedMessage(copy, wanted.refusal)
  if (call.message && wanted.ok) await call.redraw(message)
  else await showForClick(call, { message })
}

async function submit(deps: Deps, call: SubmissionCall): Promise<SubmissionAnswer> {
  const { workspaceId, userId: personId, copy, now, metadata } = call
  const until = form(call.values).date('until')
  const rested =
    readId(metadata) > 0
      ? await takeBreak(deps, { workspaceId, personId, programId: readId(metadata), until }, now)
      : refuse('form_out_of_date')
  if (rested.ok)
    return { update: breakDoneView(copy, rested.value.program.name, rested.value.until, rested.value.lead) }
  const errors = fieldErrors(copy, [rested.refusal])
  return errors ? { errors } : { update: noticeView(copy, copy.care.aBreak, refusedText(copy, rested.refusal)) }
}
