import type { Copy } from '../../copy/copy.ts'
import { actions, button, clip, context, escape, section } from '../../slack/blocks.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'
import type { Unpaired } from '../model.ts'
import { unpairedWords } from '../reason-words.ts'

export interface WaitingData {
  readonly program: { readonly id: number; readonly name: string }
  readonly firstName: string
  readonly unpaired: Unpaired
  /** YYYY-MM-DD */
  readonly nextRoundOn: string | null
  readonly lead: string | null
}

/** Nobody is left in the dark: why there is no partner yet, and when next. */
export function waitingMessage(copy: Copy, data: WaitingData): Message {
  const words = copy.pairing.waiting
  const next = data.nextRoundOn === null ? null : copy.general.weekdayDate(data.nextRoundOn)
  const value = String(data.program.id)
  return {
    text: clip(words.notice(data.program.name), 90),
    blocks: [
      section(words.text(escape(data.firstName), unpairedWords(copy, data.unpaired), next)),
      actions([button(ACTION.profileOpen, words.change, value), button(ACTION.leaveAsk, words.leave, value)]),
      ...(data.lead === null ? [] : [context(copy.general.questionsTo(escape(data.lead)))]),
    ],
  }
}
