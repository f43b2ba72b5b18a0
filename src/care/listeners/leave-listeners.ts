import { refuse } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import { WHICH_PROGRAM } from '../../enrollment/join-form.ts'
import { readId } from '../../enrollment/listeners/read-id.ts'
import { type Shown, showForClick, showForCommand } from '../../enrollment/listeners/show.ts'
import { myPrograms } from '../../enrollment/my-programs.ts'
import { chooserMessage, noticeView } from '../../enrollment/views/answers.ts'
import { refusedMessage, refusedText } from '../../enrollment/views/refused.ts'
import { nameKey } from '../../program/name-key.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import type { Call, Listeners, SubmissionAnswer, SubmissionCall } from '../../slack/listener.ts'
import { leave } from '../leave.ts'
import { lookAtLeaving } from '../look-at-leaving.ts'
import { leaveView, leftView } from '../views/leave-view.ts'

/** Leaving in two clicks: one that shows what ends, one that ends it. */
export const leaveListeners = (deps: Deps): Listeners => ({
  commands: [
    {
      name: 'leave',
      access: 'everyone',
      run: async (call) => showForCommand(call, await whatToLeave(deps, call, call.rest)),
    },
  ],
  actions: [
    {
      id: ACTION.leaveAsk,
      access: 'everyone',
      run: async (call) =>
        showForClick(
          call,
          call.value === WHICH_PROGRAM
            ? await whatToLeave(deps, call, '')
            : await askFirst(deps, call, readId(call.value)),
        ),
    },
  ],
  submissions: [{ id: VIEW.leave, access: 'everyone', run: (call) => submit(deps, call) }],
})

async function whatToLeave(deps: Deps, call: Call, typed: string): Promise<Shown> {
  const { copy } = call
  const mine = await myPrograms(deps, call)
  const meant = typed === '' ? mine : mine.filter((program) => nameKey(program.name) === nameKey(typed))
  const [first, ...others] = meant
  if (!first) {
    const why = mine.length === 0 ? refuse('not_joined') : refuse('program_not_found', { name: typed })
    return { message: refusedMessage(copy, why.refusal) }
  }
  if (others.length === 0) return askFirst(deps, call, first.id)
  return {
    message: chooserMessage(copy, meant, {
      question: copy.care.leaveChoose,
      actionId: ACTION.leaveAsk,
      label: copy.care.leave,
    }),
  }
}

async function askFirst(deps: Deps, call: Call, programId: number): Promise<Shown> {
  const { workspaceId, userId: personId, copy } = call
  const look = await lookAtLeaving(deps, { workspaceId, personId, programId })
  return look.ok ? { view: leaveView(copy, look.value) } : { message: refusedMessage(copy, look.refusal) }
}

async function submit(deps: Deps, call: SubmissionCall): Promise<SubmissionAnswer> {
  const { workspaceId, userId: personId, copy, now, metadata } = call
  const left =
    readId(metadata) > 0
      ? await leave(deps, { workspaceId, personId, programId: readId(metadata) }, now)
      : refuse('form_out_of_date')
  return {
    update: left.ok
      ? leftView(copy, left.value)
      : noticeView(copy, copy.care.leaveTitle, refusedText(copy, left.refusal)),
  }
}
