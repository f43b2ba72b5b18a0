import type { Copy } from '../../copy/copy.ts'
import { header, section } from '../../slack/blocks.ts'
import type { Message } from '../../slack/message.ts'

export interface PublishedData {
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
  return { text: title, blocks: [header(title), section(copy.pairing.published({ ...data, next }))] }
}
