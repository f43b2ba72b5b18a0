import { setTimeout as nap } from 'node:timers/promises'

/** Where every instant of the program comes from. Instants are milliseconds since 1970. */
export interface Clock {
  now(): number
  /** Resolves at that instant, or at once when the bell rings; called only inside `work`. */
  sleep(until: number, bell?: AbortSignal): Promise<void>
  /** Runs the task and counts it as being in flight until it settles, except while it sleeps. */
  work<T>(name: string, task: () => Promise<T>): Promise<T>
}

/** A longer nap is cut in pieces: a timer above 2^31 ms fires at once, and a wall clock may be set. */
const LONGEST_NAP_MS = 60_000

/** The machine's own clock. Nobody moves it, so nothing needs counting. */
export const realClock: Clock = {
  now: () => Date.now(),
  work: (_name, task) => task(),
  async sleep(until, bell) {
    while (Date.now() < until && !bell?.aborted) {
      const length = Math.min(until - Date.now(), LONGEST_NAP_MS)
      // The nap of a rung bell rejects; the loop's condition then ends the sleep.
      await nap(length, undefined, bell && { signal: bell }).catch(() => {})
    }
  },
}

/**
 * Wakes whoever sleeps on it. Take `signal` before looking for work and sleep on it after: what rings in between is
 * then not lost, because a signal that has rung stays rung.
 */
export class Bell {
  #ring = new AbortController()

  /** A signal that has not rung yet. */
  get signal(): AbortSignal {
    if (this.#ring.signal.aborted) this.#ring = new AbortController()
    return this.#ring.signal
  }

  ring(): void {
    this.#ring.abort()
  }
}

export { VirtualClock } from './clock/virtual-clock.ts'
