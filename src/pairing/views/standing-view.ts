import type { Copy } from '../../copy/copy.ts'
import { actions, button, clip, confirm, escape, header, section } from '../../slack/blocks.ts'
import { ACTION, member } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'
import type { StandingPair } from '../look-at-standing.ts'
import { type LeadNames, pairBlocks } from './pair-blocks.ts'
import { onPage, pagingBlocks } from './paging.ts'

export interface StandingPage {
  readonly program: { readonly id: number; readonly name: string }
  readonly pairs: readonly StandingPair[]
  readonly names: LeadNames
  /** from 1; what lies outside is brought inside */
  readonly page: number
  /** what stands above, such as that nobody waits; plain text */
  readonly opening?: string
}

/** The published pairs, which a lead may correct: end one, or pair two people by hand. */
export function standingMessage(copy: Copy, data: StandingPage): Message {
  const words = copy.pairing.standing
  const { page, pages, shown } = onPage(data.pairs, data.page)
  const name = clip(data.program.name, 40)
  return {
    text: words.notice(name, data.pairs.length),
    blocks: [
      header(words.notice(name, data.pairs.length)),
      section(escape([data.opening, words.text].filter(Boolean).join(' '))),
      actions([
        button(ACTION.pairSearch, copy.pairing.search, `program/${data.program.id}/${page}`),
        button(ACTION.pairHand, copy.pairing.hand, `${data.program.id}/${page}`),
      ]),
      ...shown.flatMap((pair) => standingBlocks(copy, data.names, pair, page)),
      ...pagingBlocks(copy, ACTION.pairRound, data.program.id, page, pages),
    ],
  }
}

export const standingBlocks = (copy: Copy, names: LeadNames, pair: StandingPair, page: number) => {
  const words = copy.pairing.standing
  return pairBlocks(copy, names, pair, {
    note: pair.since === null ? '' : words.since(copy.general.weekdayDate(pair.since)),
    accessory: button(member(ACTION.pairEnd, pair.id), words.end, `${pair.id}/${page}`, {
      style: 'danger',
      confirm: confirm(words.endTitle, words.endText, words.endYes, words.endNo),
    }),
  })
}
