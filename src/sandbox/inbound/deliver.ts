import { randomUUID } from 'node:crypto'
import type { Json } from '../state/rows.ts'
import type { World } from '../world.ts'
import type { Ack } from './ack.ts'
import { post } from './post.ts'
import type { InboundRequest } from './request-log.ts'
import { signatureHeaders } from './sign.ts'

export type Kind = 'slash_commands' | 'interactive' | 'events_api'

export interface Outgoing {
  readonly kind: Kind
  /** what the page calls it: `/mentor join`, `app_home_opened` */
  readonly what: string
  readonly user: string | null
  readonly payload: Json
  readonly retry?: { readonly num: number; readonly reason: string }
}

/**
 * Sends one request to the app, signed over HTTP or in an envelope, and waits for its acknowledgement. It counts as
 * work until then, so the clock stands.
 */
export function deliver(world: World, outgoing: Outgoing): Promise<Ack> {
  return world.host.clock.work(`to the app: ${outgoing.what}`, async () => {
    const request = write(world, outgoing)
    if (outgoing.user !== null) world.lastSeen.set(outgoing.user, world.host.clock.now())
    const ack = await sendAgain(world, request)
    if (outgoing.user !== null) world.lastSeen.set(outgoing.user, world.host.clock.now())
    world.traffic.add({
      at: request.at,
      direction: 'to-app',
      what: outgoing.what,
      user: outgoing.user,
      ms: ack.ms,
      outcome: ack.failure ?? 'ok',
      body: outgoing.payload,
    })
    return ack
  })
}

/** Sends a request as it stands: the first time, and byte for byte at a replay. */
export function sendAgain(world: World, request: InboundRequest): Promise<Ack> {
  const { envelope } = request.headers
  if (envelope !== undefined) return world.sockets.send(envelope, request.body)
  return post(world.host.appUrl(), request.headers, request.body)
}

/** Keeps the request before it is sent. */
function write(world: World, outgoing: Outgoing): InboundRequest {
  const n = world.store.next('forever', 'inbound')
  const made = world.host.transport === 'socket' ? envelope(outgoing) : signed(world, outgoing)
  const request = { n, at: world.host.clock.now(), what: outgoing.what, ...made }
  world.requests.add(request)
  return request
}

function envelope({ kind, payload, retry }: Outgoing): Pick<InboundRequest, 'headers' | 'body'> {
  const envelope_id = randomUUID()
  const accepts_response_payload = kind !== 'events_api'
  const again = retry && { retry_attempt: retry.num, retry_reason: retry.reason }
  const body = JSON.stringify({ envelope_id, type: kind, payload, accepts_response_payload, ...again })
  return { headers: { envelope: envelope_id }, body }
}

function signed(world: World, { kind, payload, retry }: Outgoing): Pick<InboundRequest, 'headers' | 'body'> {
  const body = encode(kind, payload)
  const type = kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded'
  const again = retry && { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }
  const signature = signatureHeaders(world.host.tokens.signingSecret, body, world.host.realNow())
  return { headers: { 'content-type': type, 'user-agent': 'Slackbot 1.0', ...signature, ...again }, body }
}

function encode(kind: Kind, payload: Json): string {
  if (kind === 'events_api') return JSON.stringify(payload)
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  // A slash command's payload is flat text: people/command.ts makes it so.
  return new URLSearchParams(payload as Record<string, string>).toString()
}
