import { refuse } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import type { Call, Listeners, SubmissionAnswer, SubmissionCall } from '../../slack/listener.ts'
import { changeProfile } from '../change-profile.ts'
import { readTag, WHICH_PROGRAM } from '../join-form.ts'
import { myPrograms } from '../my-programs.ts'
import { openProfile } from '../open-form.ts'
import { chooserMessage, noneMessage, noticeView, savedView } from '../views/answers.ts'
import { joinView } from '../views/join-view.ts'
import { fieldErrors, refusedMessage, refusedText } from '../views/refused.ts'
import { readFilled } from './read-form.ts'
import { readId } from './read-id.ts'
import { type Shown, showForClick, showForCommand } from './show.ts'

/** The profile: the form of joining, filled. */
export const profileListeners = (deps: Deps): Listeners => ({
  commands: [
    { name: 'profile', access: 'everyone', run: async (call) => showForCommand(call, await whichProfile(deps, call)) },
  ],
  actions: [
    {
      id: ACTION.profileOpen,
      access: 'everyone',
      run: async (call) =>
        showForClick(
          call,
          call.value === WHICH_PROGRAM
            ? await whichProfile(deps, call)
            : await profileOf(deps, call, readId(call.value)),
        ),
    },
  ],
  submissions: [{ id: VIEW.profile, access: 'everyone', run: (call) => submit(deps, call) }],
})

/** With several programs a question first: role and partners at once belong to one of them. */
async function whichProfile(deps: Deps, call: Call): Promise<Shown> {
  const { copy } = call
  const [first, ...others] = await myPrograms(deps, call)
  if (!first) return { message: noneMessage(copy, copy.enrollment.noProfile) }
  if (others.length === 0) return profileOf(deps, call, first.id)
  return {
    message: chooserMessage(copy, [first, ...others], {
      question: copy.enrollment.chooseProfile,
      actionId: ACTION.profileOpen,
      label: copy.enrollment.change,
    }),
  }
}

async function profileOf(deps: Deps, call: Call, programId: number): Promise<Shown> {
  const { workspaceId, userId: personId, copy } = call
  const form = await openProfile(deps, { workspaceId, personId, programId })
  return form.ok ? { view: joinView(copy, form.value) } : { message: refusedMessage(copy, form.refusal) }
}

async function submit(deps: Deps, call: SubmissionCall): Promise<SubmissionAnswer> {
  const { workspaceId, userId: personId, copy, now } = call
  const title = copy.enrollment.profileTitle
  const tag = readTag(call.metadata)
  if (tag?.mode !== 'profile') {
    return { update: noticeView(copy, title, refusedText(copy, refuse('form_out_of_date').refusal)) }
  }
  const saved = await changeProfile(deps, { workspaceId, personId, ...tag, said: readFilled(call.values) }, now)
  if (saved.ok) return { update: savedView(copy) }
  const errors = fieldErrors(copy, saved.refusals)
  if (errors) return { errors }
  return { update: noticeView(copy, title, saved.refusals.map((refusal) => refusedText(copy, refusal)).join('\n')) }
}
