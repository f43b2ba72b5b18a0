import type { Copy } from '../../copy/copy.ts'
import { nextRoundText } from '../../enrollment/views/next-round.ts'
import type { NextRound } from '../../enrollment/waiting.ts'
import { actions, button, clip, context, escape, section } from '../../slack/blocks.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'

interface Named {
  readonly id: number
  readonly name: string
}

export interface Ending {
  /** first names */
  readonly partners: readonly string[]
  readonly program: Named
  readonly lead: string
}

/** One wording for every end: no cause and no blame, then choices. */
export const endingMessage = (copy: Copy, { partners, program, lead }: Ending): Message => {
  const words = copy.care
  const value = String(program.id)
  return {
    text: words.endingLine,
    blocks: [
      section(words.ending(copy.general.list(partners.map(escape)), escape(program.name))),
      section(words.endingThanks),
      actions([
        button(ACTION.endingNewPartner, words.newPartner, value),
        button(ACTION.breakOpen, words.aBreak, value),
        button(ACTION.leaveAsk, words.stopHere, value),
      ]),
      context(copy.general.questionsTo(escape(lead))),
    ],
  }
}

/** To somebody whose pair ended before they read of it: nothing ends for them, and nobody is named. */
export const stillLookingMessage = (
  copy: Copy,
  { name, program, next }: { readonly name: string; readonly program: Named; readonly next: NextRound },
): Message => {
  const { care: words, pairing } = copy
  const value = String(program.id)
  return {
    text: clip(words.stillLookingLine(program.name), 90),
    blocks: [
      section(`${words.stillLooking(escape(name), escape(program.name))} ${nextRoundText(copy, next)}`),
      actions([
        button(ACTION.profileOpen, pairing.waiting.change, value),
        button(ACTION.leaveAsk, pairing.waiting.leave, value),
      ]),
      context(copy.enrollment.nothingNeeded, copy.general.questionsTo(escape(next.lead))),
    ],
  }
}

export interface PauseEnd {
  readonly name: string
  readonly program: Named
  /** YYYY-MM-DD */
  readonly until: string
  readonly lead: string
}

/** The working day before a break ends. */
export const pauseEndsMessage = (copy: Copy, { name, program, until, lead }: PauseEnd): Message => {
  const words = copy.care
  const value = String(program.id)
  return {
    text: clip(words.pauseEndsLine(program.name), 90),
    blocks: [
      section(words.pauseEnds(escape(name), escape(program.name), copy.general.weekdayDate(until))),
      actions([button(ACTION.breakOpen, words.longer, value), button(ACTION.leaveAsk, words.stopHere, value)]),
      context(copy.general.questionsTo(escape(lead))),
    ],
  }
}
