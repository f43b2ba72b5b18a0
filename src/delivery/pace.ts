import { pauseName } from './heartbeat-store.ts'
import { Limiter, type Method } from './limiter.ts'
import type { Failure } from './outcome.ts'
import type { Results } from './results.ts'

const SECOND_MS = 1000
/** waits after a failed attempt double from this on */
const FIRST_WAIT_MS = 5 * SECOND_MS
const LONGEST_WAIT_MS = 300 * SECOND_MS
/** longest that one message's trouble holds up the others */
const LONGEST_PAUSE_MS = 60 * SECOND_MS
/** A revoked token is tried again now and then: somebody may have repaired it. */
const STOPPED_MS = 3_600 * SECOND_MS

/** The note of a pause that somebody must end. */
export const STOPPED = 'stopped:'

/** How long to wait after the nth failure in a row. */
export const backoffMs = (failures: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** Math.min(Math.max(failures - 1, 0), 10), LONGEST_WAIT_MS)

/**
 * When the next call may leave, having learned from those before: Slack's own waits are kept to the second and
 * outlive a restart; its silence and its faults slow us down, so that an outage does not put everything in doubt.
 */
export class Pace extends Limiter {
  readonly #results: Results
  #unknownInARow = 0

  constructor(results: Results) {
    super()
    this.#results = results
  }

  succeeded(): void {
    this.#unknownInARow = 0
  }

  /** @returns when that call may be tried again; null where it need not wait by itself */
  failed(method: Method, failure: Failure, attempt: number, now: number): number | null {
    switch (failure.is) {
      case 'rate_limited':
        return this.#keepPause(method, now + failure.waitMs, null)
      case 'stopped':
        this.#keepPause('chat.postMessage', now + STOPPED_MS, `${STOPPED}${failure.reason}`)
        return null
      case 'not_sent': {
        const wait = backoffMs(attempt)
        this.pause(method, now + Math.min(wait, LONGEST_PAUSE_MS))
        return now + wait
      }
      case 'unknown':
        this.#unknownInARow += 1
        if (this.#unknownInARow > 1)
          this.pause(method, now + Math.min(backoffMs(this.#unknownInARow - 1), LONGEST_PAUSE_MS))
        return null
      case 'refused':
        return null
      default:
        return failure satisfies never
    }
  }

  #keepPause(method: Method, until: number, note: string | null): number {
    this.pause(method, until)
    this.#results.leaveWord({ name: pauseName(method), at: new Date(until), note })
    return until
  }
}
