import type { AnyBlock } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Cipher } from '../database/cipher.ts'
import type { Claimed } from './claim.ts'
import { EVENT_TYPE, messageKey } from './message-key.ts'
import { classify, type Failure } from './outcome.ts'

export type Posted = { readonly is: 'sent'; readonly channel: string; readonly ts: string } | Failure

/** Slack brings this block to its workspaces one after the other; where it is unknown, the whole message is refused. */
const CHART = 'data_visualization'

/**
 * Posts one message, once: the only place that calls chat.postMessage. It never throws; what went wrong is told apart
 * by what it means. A message refused because of its chart is posted without it: it says the same in words.
 * @param channel a conversation, or a person: Slack then posts in the app's conversation with that person
 */
export async function post(
  client: WebClient,
  cipher: Cipher,
  { row, message }: Claimed,
  channel: string,
  now: Date,
): Promise<Posted> {
  const attempt = async (blocks: Claimed['message']['blocks']): Promise<Posted> => {
    try {
      const answer = await client.chat.postMessage({
        channel,
        text: message.text,
        // As text, as they travel anyway: the client walks through objects twice, for a log that nobody keeps (measured).
        blocks: JSON.stringify(blocks) as unknown as AnyBlock[],
        metadata: { event_type: EVENT_TYPE, event_payload: { key: messageKey(cipher, row) } },
        unfurl_links: false,
        unfurl_media: false,
      })
      if (!answer.channel || !answer.ts) return { is: 'unknown', reason: 'answer_unreadable' }
      return { is: 'sent', channel: answer.channel, ts: answer.ts }
    } catch (fault) {
      return classify(fault, now)
    }
  }
  const first = await attempt(message.blocks)
  const isBlockUnknown = first.is === 'refused' && first.reason === 'invalid_blocks'
  const plainer = message.blocks.filter((block) => block.type !== CHART)
  return isBlockUnknown && plainer.length < message.blocks.length ? attempt(plainer) : first
}
