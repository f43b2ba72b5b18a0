import { refuse } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import { ACTION } from '../../slack/ids.ts'
import type { ActionCall, Listeners } from '../../slack/listener.ts'
import { declineInvitation } from '../decline-invitation.ts'
import { readTag } from '../join-form.ts'
import { openJoin, openProfile } from '../open-form.ts'
import { noticeView } from '../views/answers.ts'
import { declinedMessage } from '../views/invitation.ts'
import { joinView } from '../views/join-view.ts'
import { refusedMessage, refusedText } from '../views/refused.ts'
import { readId } from './read-id.ts'
import { readFilled } from './read-form.ts'

/** Buttons inside the form and on the invitation. */
export const formListeners = (deps: Deps): Listeners => ({
  actions: [
    { id: ACTION.joinMore, access: 'everyone', run: (call) => showMore(deps, call) },
    {
      id: ACTION.inviteDecline,
      access: 'everyone',
      keep: true,
      run: async (call) => {
        const { workspaceId, userId: personId, copy, now } = call
        const said = await declineInvitation(deps, { workspaceId, personId, programId: readId(call.value) }, now)
        if (said.ok) await call.redraw(declinedMessage(copy, said.value.programName))
        else await call.reply(refusedMessage(copy, said.refusal))
      },
    },
  ],
})

/** The same form with the rest of its questions; what was filled in so far stays. */
async function showMore(deps: Deps, call: ActionCall): Promise<void> {
  const { workspaceId, userId: personId, copy } = call
  const tag = readTag(call.view?.metadata ?? '')
  const asking = { workspaceId, personId, programId: tag?.programId ?? 0, typed: tag?.typed ?? '' }
  const opened = !tag
    ? refuse('form_out_of_date')
    : tag.mode === 'profile'
      ? await openProfile(deps, asking)
      : await openJoin(deps, { ...asking, wantsForm: true, isOpen: true })
  if (!opened.ok) return call.update(noticeView(copy, copy.enrollment.join, refusedText(copy, opened.refusal)))
  const form = 'shows' in opened.value ? (opened.value.shows === 'form' ? opened.value.form : undefined) : opened.value
  if (!form) return
  const filled = { ...form.filled, ...readFilled(call.view?.values ?? {}) }
  return call.update(joinView(copy, { ...form, filled }))
}
