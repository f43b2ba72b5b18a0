import type { Json, PendingEvent } from '../state/rows.ts'
import { APP_ID, BOT_USER, scopesOf, teamOf, type World } from '../world.ts'
import type { Ack } from './ack.ts'
import { deliver } from './deliver.ts'

/** Virtual milliseconds before each of the three retries. */
const RETRY_AFTER_MS = [0, 60_000, 300_000]

/** What some events need beside the subscription in the manifest. */
const SCOPE_OF: Readonly<Record<string, string>> = {
  user_change: 'users:read',
  team_join: 'users:read',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
}

/**
 * Tells the app of an event, if its manifest and scopes allow: now and, until it is acknowledged, at once again, after
 * one minute and after five. What is outstanding outlives a restart.
 * @param name the subscription's name, where it is not the event's type (`message.im`)
 * @returns once the first attempt is over
 */
export async function sendEvent(world: World, event: Json, name = String(event['type'])): Promise<void> {
  if (!world.manifest.events.has(name)) return
  const scope = SCOPE_OF[name]
  if (scope !== undefined && !scopesOf(world).includes(scope)) return
  const pending = world.store.change(() => {
    const id = `Ev0SANDBOX${String(world.store.next('forever', 'events')).padStart(6, '0')}`
    const now = world.host.clock.now()
    const fresh: PendingEvent = { id, body: wrap(world, id, event), attempt: 0, due: now, reason: null }
    world.store.put('event', id, fresh)
    return fresh
  })
  const next = await attempt(world, pending)
  if (next) retryLater(world, next)
}

/** At the start: goes on with events that were not acknowledged. */
export function resumeEvents(world: World): void {
  for (const event of world.store.rows.event.values()) retryLater(world, event)
}

function retryLater(world: World, event: PendingEvent): void {
  const over = world.over.signal
  void world.host.clock.work(`event ${event.id}`, async () => {
    for (let next: PendingEvent | null = event; next; next = await attempt(world, next)) {
      await world.host.clock.sleep(next.due, over)
      if (over.aborted) return
    }
  })
}

/** @returns what is left to try, kept before anything else happens; null when it is over */
async function attempt(world: World, event: PendingEvent): Promise<PendingEvent | null> {
  const over = world.over.signal
  const ack = await deliver(world, {
    kind: 'events_api',
    what: typeOf(event.body),
    user: userOf(event.body),
    payload: event.body,
    ...(event.attempt > 0 && { retry: { num: event.attempt, reason: event.reason ?? 'unknown_error' } }),
  })
  if (over.aborted) return null
  const wait = RETRY_AFTER_MS[event.attempt]
  if (ack.failure === null || ack.noRetry || wait === undefined) {
    world.store.remove('event', event.id)
    return null
  }
  const next = { ...event, attempt: event.attempt + 1, due: world.host.clock.now() + wait, reason: reasonOf(ack) }
  world.store.put('event', event.id, next)
  return next
}

const reasonOf = (ack: Ack): string => ack.failure ?? 'unknown_error'

function wrap(world: World, id: string, event: Json): Json {
  const team_id = teamOf(world)
  return {
    token: 'sandbox',
    team_id,
    context_team_id: team_id,
    api_app_id: APP_ID,
    event,
    type: 'event_callback',
    event_id: id,
    event_time: Math.floor(world.host.clock.now() / 1000),
    authorizations: [{ enterprise_id: null, team_id, user_id: BOT_USER, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: false,
    event_context: `4-${id}`,
  }
}

// Made by wrap: `event` is an object with a type.
const eventOf = (body: Json): Json => body['event'] as Json
const typeOf = (body: Json): string => String(eventOf(body)['type'])

function userOf(body: Json): string | null {
  const { user } = eventOf(body)
  return typeof user === 'string' ? user : null
}
