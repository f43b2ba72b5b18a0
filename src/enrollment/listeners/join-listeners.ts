import type { Deps } from '../../database/deps.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import type { ActionCall, Call, Listeners, SubmissionAnswer, SubmissionCall } from '../../slack/listener.ts'
import { refuse } from '../../copy/refusal.ts'
import { findJoinable } from '../find-joinable.ts'
import { joinAgain } from '../join-again.ts'
import { join } from '../join.ts'
import { readTag, WHICH_PROGRAM } from '../join-form.ts'
import type { FindNext } from '../next-round.ts'
import { openJoin } from '../open-form.ts'
import {
  alreadyInMessage,
  chooserMessage,
  joinedMessage,
  joinedView,
  noneMessage,
  noticeView,
  rejoinMessage,
} from '../views/answers.ts'
import { joinView } from '../views/join-view.ts'
import { fieldErrors, refusedMessage, refusedText } from '../views/refused.ts'
import { readFilled } from './read-form.ts'
import { readId } from './read-id.ts'
import { type Shown, showForClick, showForCommand } from './show.ts'

/** Joining: the command, the buttons that lead to the form, and the form itself. */
export const joinListeners = (deps: Deps, findNext: FindNext): Listeners => ({
  commands: [
    {
      name: 'join',
      access: 'everyone',
      run: async (call) => showForCommand(call, await whatToJoin(deps, call, call.rest)),
    },
  ],
  actions: [
    {
      id: ACTION.joinOpen,
      access: 'everyone',
      run: async (call) =>
        showForClick(
          call,
          call.value === WHICH_PROGRAM
            ? await whatToJoin(deps, call, '')
            : await openFor(deps, call, readId(call.value), '', true),
        ),
    },
    {
      id: ACTION.joinAgain,
      access: 'everyone',
      keep: true,
      run: async (call) => showForClick(call, await comeBack(deps, findNext, call)),
    },
  ],
  submissions: [{ id: VIEW.join, access: 'everyone', run: (call) => submit(deps, findNext, call) }],
})

/** With the answers from before, or by the form where leaving has deleted one that decides who fits. */
async function comeBack(deps: Deps, findNext: FindNext, call: ActionCall): Promise<Shown> {
  const { workspaceId, userId: personId, copy, now } = call
  const programId = readId(call.value)
  const opened = await openFor(deps, call, programId, '', false)
  if ('view' in opened) return opened
  const back = await joinAgain(deps, { workspaceId, personId, programId }, now, findNext)
  return {
    message: back.ok ? joinedMessage(copy, back.value.program, back.value.next) : refusedMessage(copy, back.refusal),
  }
}

async function whatToJoin(deps: Deps, call: Call, typed: string): Promise<Shown> {
  const { workspaceId, userId: personId, copy } = call
  const found = await findJoinable(deps, { workspaceId, personId, typed })
  if (!found.ok) return { message: refusedMessage(copy, found.refusal) }
  const words = copy.enrollment
  switch (found.value.to) {
    case 'form':
      return openFor(deps, call, found.value.program.id, typed, false)
    case 'choose':
      return {
        message: chooserMessage(copy, found.value.programs, {
          question: words.choose,
          actionId: ACTION.joinOpen,
          label: words.join,
        }),
      }
    case 'already-in':
      return { message: alreadyInMessage(copy, found.value.program) }
    case 'nothing':
      return { message: noneMessage(copy, call.standing.isSetUp ? words.none : copy.general.notSetUp) }
    default:
      return found.value satisfies never
  }
}

async function openFor(
  deps: Deps,
  { workspaceId, userId: personId, copy }: Call,
  programId: number,
  typed: string,
  wantsForm: boolean,
): Promise<Shown> {
  const opened = await openJoin(deps, { workspaceId, personId, programId, typed, wantsForm, isOpen: false })
  if (!opened.ok) return { message: refusedMessage(copy, opened.refusal) }
  return opened.value.shows === 'form'
    ? { view: joinView(copy, opened.value.form) }
    : { message: rejoinMessage(copy, opened.value.program, opened.value.contacts) }
}

async function submit(deps: Deps, findNext: FindNext, call: SubmissionCall): Promise<SubmissionAnswer> {
  const { workspaceId, userId: personId, copy, now } = call
  const title = copy.enrollment.join
  const tag = readTag(call.metadata)
  if (tag?.mode !== 'join') {
    return { update: noticeView(copy, title, refusedText(copy, refuse('form_out_of_date').refusal)) }
  }
  const joined = await join(deps, { workspaceId, personId, ...tag, said: readFilled(call.values) }, now, findNext)
  if (joined.ok) return { update: joinedView(copy, joined.value.program, joined.value.next) }
  const errors = fieldErrors(copy, joined.refusals)
  if (errors) return { errors }
  const why = joined.refusals.map((refusal) => refusedText(copy, refusal)).join('\n')
  return { update: noticeView(copy, title, why) }
}
