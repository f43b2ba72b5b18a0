import { WebClient, type WebClientOptions } from '@slack/web-api'
import { boltLogger, type Log } from './log.ts'

export interface ClientSettings {
  readonly token: string
  /** another Slack-compatible server; undefined is Slack's own */
  readonly slackApiUrl: string | undefined
  readonly log: Log
}

/** How long one call to Slack may take before its outcome counts as unknown. */
const CALL_TIMEOUT_MS = 10_000

const INTERACTIVE_TIMEOUT_MS = 2_500

/**
 * Two clients, because one 429 stops a client's whole queue (measured): `interactive` for views, files and Home,
 * `bulk` for what no click waits for. Neither repeats a call by itself: the default would post twice after a lost answer.
 */
export function createClients(settings: ClientSettings): { readonly interactive: WebClient; readonly bulk: WebClient } {
  const options = (timeout: number): WebClientOptions => ({
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: boltLogger(settings.log),
    ...(settings.slackApiUrl !== undefined && { slackApiUrl: settings.slackApiUrl }),
  })
  return {
    interactive: new WebClient(settings.token, options(INTERACTIVE_TIMEOUT_MS)),
    bulk: new WebClient(settings.token, options(CALL_TIMEOUT_MS)),
  }
}
