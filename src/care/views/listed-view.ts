import type { Copy } from '../../copy/copy.ts'
import { nextRoundText } from '../../enrollment/views/next-round.ts'
import type { NextRound } from '../../enrollment/waiting.ts'
import { clip, context, escape, section } from '../../slack/blocks.ts'
import type { Message } from '../../slack/message.ts'

/** On the waiting list again, and what comes next. */
export const listedMessage = (copy: Copy, program: { readonly name: string }, next: NextRound): Message => ({
  text: clip(copy.care.newPartnerDone(program.name), 90),
  blocks: [
    section(`*${copy.care.newPartnerDone(escape(program.name))}*\n${nextRoundText(copy, next)}`),
    context(copy.enrollment.nothingNeeded, copy.general.questionsTo(escape(next.lead))),
  ],
})
