import type { Message } from './message.ts'
import { mayReach } from './reach.ts'

/** How an answer reaches the person who clicked, without a scope: Slack's response_url, 5 uses in 30 minutes. */
export type Respond = (message: Message, how: { readonly replaceOriginal: boolean }) => Promise<'answered' | 'expired'>

const RESPOND_TIMEOUT_MS = 5_000

/**
 * @param url the response_url of the payload; one that leads anywhere but to Slack is never called
 * @returns 'expired' where Slack takes no more answers for that click (used up, or older than 30 minutes)
 * @throws when Slack could not be reached
 */
export function responder(url: string | undefined, slackApiUrl: string | undefined): Respond {
  return async (message, { replaceOriginal }) => {
    if (url === undefined || !mayReach(url, slackApiUrl)) return 'expired'
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        text: message.text,
        blocks: message.blocks,
        ...(replaceOriginal ? { replace_original: true } : { response_type: 'ephemeral', replace_original: false }),
      }),
      signal: AbortSignal.timeout(RESPOND_TIMEOUT_MS),
      redirect: 'error',
    })
    await response.arrayBuffer() // frees the connection
    if (response.ok) return 'answered'
    if (response.status === 404 || response.status === 410 || response.status === 403) return 'expired'
    throw new Error(`response_url answered ${response.status}`)
  }
}
