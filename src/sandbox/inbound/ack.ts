/** Real milliseconds in which the app must acknowledge. */
export const ACK_MS = 3000

/** Slack's names for why a request failed. */
export type Failure = 'http_timeout' | 'connection_failed' | 'http_error'

/** What the app said to a request, or why it said nothing. */
export interface Ack {
  readonly ms: number
  readonly status: number | null
  /** JSON or bare text; empty when nothing was said */
  readonly body: string
  readonly failure: Failure | null
  /** the app asked not to be sent this again */
  readonly noRetry: boolean
}
