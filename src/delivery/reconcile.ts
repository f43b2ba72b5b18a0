import type { WebClient } from '@slack/web-api'
import type { Clock } from '../clock.ts'
import type { Deps } from '../database/deps.ts'
import type { Conversations } from './conversations.ts'
import { type Doubt, ripeDoubts, settleFound, settleMissing, settleUnreadable } from './doubt-store.ts'
import type { Method } from './limiter.ts'
import { EVENT_TYPE, messageKey } from './message-key.ts'
import { classify } from './outcome.ts'
import type { Pace } from './pace.ts'

/** How long a doubt rests before it is looked into: the call's own 10 s, and 30 for Slack to make up its mind. */
export const QUARANTINE_MS = 40_000
/** apps outside Slack's Marketplace get no more on a page */
const PAGE = 15
const MAX_PAGES = 20
const DOUBTS_A_ROUND = 10
/** Slack's clock and ours may differ by this much */
const SKEW_MS = 300_000
/** longest that messages wait while something is read */
const LONGEST_TURN_MS = 2_000
const STOPPED_WAIT_MS = 3_600_000
const USUAL_WAIT_MS = 60_000

export interface ReconcileDeps {
  readonly deps: Deps
  readonly workspaceId: string
  readonly client: WebClient
  readonly clock: Clock
  readonly pace: Pace
  readonly conversations: Conversations
  readonly stop: AbortSignal
}

/**
 * Looks into doubts that have rested: reads the app's own conversation with the person and searches for the message's
 * key. Found, it is sent; not found, it is due again; unreadable, it stays in doubt.
 * @returns when to go on, where Slack would not answer; 0 where nothing stands in the way
 */
export async function reconcile(its: ReconcileDeps): Promise<number> {
  const { deps, workspaceId, clock } = its
  const doubts = await ripeDoubts(deps.db, workspaceId, new Date(clock.now() - QUARANTINE_MS), DOUBTS_A_ROUND)
  for (const doubt of doubts) {
    if (its.stop.aborted) return 0
    const look = await lookFor(its, doubt)
    if ('again' in look) return look.again
    const now = new Date(clock.now())
    if ('unreadable' in look) await settleUnreadable(deps.db, workspaceId, doubt)
    else if (look.ts === null) await settleMissing(deps.db, workspaceId, doubt, now)
    else await settleFound(deps.db, workspaceId, doubt, { channel: look.channel, ts: look.ts }, now)
  }
  return 0
}

type Look =
  | { readonly channel: string; readonly ts: string | null }
  | { readonly unreadable: true }
  | { readonly again: number }

async function lookFor(its: ReconcileDeps, doubt: Doubt): Promise<Look> {
  let method: Method = 'conversations.open'
  try {
    const known = doubt.channel ?? its.conversations.known([doubt.recipient])
    const wait = known === undefined ? await takeTurn(its, method) : 0
    if (wait > 0) return { again: wait }
    const channel = known ?? (await its.conversations.open([doubt.recipient]))
    method = 'conversations.history'
    return await searchIn(its, doubt, channel)
  } catch (fault) {
    const now = its.clock.now()
    const failure = classify(fault, new Date(now))
    if (failure.is === 'refused') return { unreadable: true }
    if (failure.is === 'rate_limited') return { again: its.pace.failed(method, failure, 1, now) ?? now }
    return { again: now + (failure.is === 'stopped' ? STOPPED_WAIT_MS : USUAL_WAIT_MS) }
  }
}

/** Newest first, back to where it was planned. */
async function searchIn(its: ReconcileDeps, doubt: Doubt, channel: string): Promise<Look> {
  const key = messageKey(its.deps.cipher, doubt)
  const oldest = String((doubt.plannedAt.getTime() - SKEW_MS) / 1000)
  let cursor: string | undefined
  for (let page = 0; page < MAX_PAGES; page++) {
    const wait = await takeTurn(its, 'conversations.history')
    if (wait > 0) return { again: wait }
    const answer = await its.client.conversations.history({
      channel,
      oldest,
      limit: PAGE,
      include_all_metadata: true,
      ...(cursor !== undefined && { cursor }),
    })
    const found = answer.messages?.find((message) => keyOf(message.metadata) === key)
    if (found?.ts) return { channel, ts: found.ts }
    cursor = answer.response_metadata?.next_cursor || undefined
    if (cursor === undefined) return { channel, ts: null }
  }
  return { unreadable: true }
}

function keyOf(metadata: unknown): unknown {
  if (typeof metadata !== 'object' || metadata === null) return undefined
  const { event_type: type, event_payload: payload } = { event_type: '', event_payload: {}, ...metadata }
  return type === EVENT_TYPE && typeof payload === 'object' && payload !== null && 'key' in payload
    ? payload.key
    : undefined
}

/** @returns 0 where the call may leave; else when to come again, because messages must not wait for this */
async function takeTurn({ pace, clock, stop }: ReconcileDeps, method: Method): Promise<number> {
  const at = pace.earliest(method, clock.now())
  if (at - clock.now() > LONGEST_TURN_MS) return at
  await clock.sleep(at, stop)
  if (stop.aborted) return at
  pace.take(method, clock.now())
  return 0
}
