import type { Copy } from '../../copy/copy.ts'
import { actions, button, header, section } from '../../slack/blocks.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'

export interface PublishedData {
  readonly roundId: number
  readonly programId: number
  readonly pairs: number
  readonly dropped: number
  readonly waiting: number
  /** YYYY-MM-DD */
  readonly nextRoundOn: string | null
}

/** What the proposal turns into once it is published. */
export function publishedMessage(copy: Copy, data: PublishedData): Message {
  const title = copy.pairing.publishedTitle(data.pairs)
  const next = data.nextRoundOn === null ? null : copy.general.weekdayDate(data.nextRoundOn)
  return {
    text: title,
    blocks: [
      header(title),
      section(copy.pairing.published({ ...data, next })),
      actions([
        button(ACTION.pairRound, copy.pairing.showStanding, `${data.programId}/1`),
        button(ACTION.pairDetails, copy.pairing.details, String(data.roundId)),
      ]),
    ],
  }
}
