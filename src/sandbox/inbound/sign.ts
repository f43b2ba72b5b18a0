import { createHmac } from 'node:crypto'

/** Slack's request signature, version 0. The instant is real: the app refuses what is older than five minutes. */
export function signatureHeaders(secret: string, body: string, realNow: number): Record<string, string> {
  const timestamp = String(Math.floor(realNow / 1000))
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` }
}
