import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'

const keys = new Map<string, KeyObject>()

/** Made once: making it takes longer than signing with it. */
function keyOf(secret: string): KeyObject {
  const key = keys.get(secret) ?? createSecretKey(secret, 'utf8')
  keys.set(secret, key)
  return key
}

/** Slack's request signature, version 0. The instant is real: the app refuses what is older than five minutes. */
export function signatureHeaders(secret: string, body: string, realNow: number): Record<string, string> {
  const timestamp = String(Math.floor(realNow / 1000))
  const digest = createHmac('sha256', keyOf(secret)).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` }
}
