import type { Db } from '../database/deps.ts'
import { countDeliveries, type DeliveryCounts, type Trouble, troubles } from './health-store.ts'
import { heartbeats, pauseName } from './heartbeat-store.ts'
import { STOPPED } from './pace.ts'

const NAMED = 20
/** a word that the sender repeats every minute as long as it holds */
const FRESH_MS = 300_000

export interface Health {
  readonly lastTick: Date | null
  /** codes of what went wrong at that tick */
  readonly faults: string | null
  readonly counts: DeliveryCounts
  /** Slack's code, while nothing can be sent at all */
  readonly stopped: string | null
  readonly isClockWrong: boolean
  /** at most 20 */
  readonly troubles: readonly Trouble[]
}

/** How messages are getting through, as of `now`. */
export async function lookAtHealth(db: Db, workspaceId: string, now: Date): Promise<Health> {
  const words = await heartbeats(db, workspaceId)
  const tick = words.get('tick')
  const pause = words.get(pauseName('chat.postMessage'))
  const isStopped = pause?.note?.startsWith(STOPPED) === true && pause.at > now
  const clock = words.get('clock')
  return {
    lastTick: tick?.at ?? null,
    faults: tick?.note ?? null,
    counts: await countDeliveries(db, workspaceId, now),
    stopped: isStopped ? (pause.note?.slice(STOPPED.length) ?? '') : null,
    isClockWrong: clock !== undefined && now.getTime() - clock.at.getTime() < FRESH_MS,
    troubles: await troubles(db, workspaceId, NAMED),
  }
}
