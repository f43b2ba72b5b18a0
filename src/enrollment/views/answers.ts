import type { Copy } from '../../copy/copy.ts'
import { actions, button, clip, context, escape, section } from '../../slack/blocks.ts'
import { ACTION, VIEW, member } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { Message, View } from '../../slack/message.ts'
import { helpButton } from '../../slack/views.ts'
import type { NextRound } from '../waiting.ts'
import { nextRoundText } from './next-round.ts'

interface Named {
  readonly id: number
  readonly name: string
}

/** After joining: what happens next, and when. */
export const joinedView = (copy: Copy, program: Named, next: NextRound): View =>
  modal({
    id: VIEW.notice,
    title: copy.enrollment.joinedTitle,
    close: copy.general.close,
    blocks: [
      section(`*${copy.enrollment.joined(escape(program.name))}*\n${nextRoundText(copy, next)}`),
      context(copy.enrollment.nothingNeeded, copy.general.questionsTo(escape(next.lead))),
    ],
  })

/** The same as a message, after one click. */
export const joinedMessage = (copy: Copy, program: Named, next: NextRound): Message => ({
  text: clip(copy.enrollment.joined(program.name), 90),
  blocks: [
    section(`*${copy.enrollment.joined(escape(program.name))}*\n${nextRoundText(copy, next)}`),
    context(copy.enrollment.nothingNeeded, copy.general.questionsTo(escape(next.lead))),
  ],
})

/** After the profile was changed. */
export const savedView = (copy: Copy): View =>
  modal({
    id: VIEW.notice,
    title: copy.enrollment.savedTitle,
    close: copy.general.close,
    blocks: [section(`*${copy.enrollment.saved}*\n${copy.enrollment.savedNext}`)],
  })

/** A modal that only says something. */
export const noticeView = (copy: Copy, title: string, text: string): View =>
  modal({ id: VIEW.notice, title, close: copy.general.close, blocks: [section(text)] })

/** Joined twice: nothing changed, and the answers can be. */
export const alreadyInMessage = (copy: Copy, program: Named): Message => ({
  text: clip(copy.enrollment.alreadyIn(program.name), 90),
  blocks: [
    section(copy.enrollment.alreadyIn(escape(program.name))),
    actions([button(ACTION.profileOpen, copy.enrollment.myProfile, String(program.id)), statusButton(copy)]),
  ],
})

/** Was in before: back with one click, or with other answers. */
export const rejoinMessage = (copy: Copy, program: Named, contacts: readonly string[]): Message => ({
  text: clip(copy.enrollment.joinTitle(program.name), 90),
  blocks: [
    section(copy.enrollment.rejoin(escape(program.name))),
    section(copy.enrollment.conduct(contacts.map(escape))),
    actions([
      button(ACTION.joinAgain, copy.enrollment.joinAgain, String(program.id), { style: 'primary' }),
      button(ACTION.joinOpen, copy.enrollment.changeFirst, String(program.id)),
    ]),
  ],
})

/** Several programs: a button each, at most ten. */
export function chooserMessage(
  copy: Copy,
  programs: readonly Named[],
  how: { readonly question: string; readonly actionId: string; readonly label: string },
): Message {
  return {
    text: how.question,
    blocks: [
      section(how.question),
      ...programs
        .slice(0, MOST_CHOICES)
        .map((program) =>
          section(`*${escape(program.name)}*`, button(member(how.actionId, program.id), how.label, String(program.id))),
        ),
      ...(programs.length > MOST_CHOICES ? [context(copy.enrollment.moreByName)] : []),
    ],
  }
}
const MOST_CHOICES = 10

/** Nothing to join, and what can be done instead. */
export const noneMessage = (copy: Copy, text: string): Message => ({
  text: clip(text, 90),
  blocks: [section(text), actions([helpButton(copy)])],
})

const statusButton = (copy: Copy) => button(ACTION.statusShow, copy.enrollment.whereIStand, 'status')
