import { Bell, type Clock } from '../clock.ts'
import type { Boundary } from '../slack/boundary.ts'

export interface LoopDeps {
  /** as the log names it */
  readonly name: string
  readonly clock: Clock
  readonly boundary: Boundary
  /** a round that failed is begun again after this */
  readonly afterFaultMs: number
  /** bells within this time of a round are one */
  readonly leastBetweenMs: number
  /** @returns when there is something to do again, in milliseconds since 1970 */
  readonly round: (now: Date) => Promise<number>
  /** after the last round */
  readonly end: () => Promise<void>
}

/** Rounds one after the other: each when the one before it said, or when the bell rings. */
export class Loop {
  readonly #its: LoopDeps
  readonly #bell = new Bell()
  readonly #stop = new AbortController()

  constructor(its: LoopDeps) {
    this.#its = its
  }

  get stopped(): AbortSignal {
    return this.#stop.signal
  }

  wake(): void {
    this.#bell.ring()
  }

  stop(): void {
    this.#stop.abort()
    this.#bell.ring()
  }

  /** Runs until stopped; called inside a work of its own. A fault is logged and the round begun again. */
  async run(): Promise<void> {
    const { clock, leastBetweenMs } = this.#its
    while (!this.stopped.aborted) {
      const bell = this.#bell.signal
      const now = clock.now()
      let until = now + this.#its.afterFaultMs
      const went = await this.#guard(async () => {
        until = await this.#its.round(new Date(now))
      })
      await clock.sleep(until, went ? bell : this.stopped)
      if (bell.aborted) await clock.sleep(Math.min(until, now + leastBetweenMs), this.stopped)
    }
    await this.#guard(this.#its.end)
  }

  #guard(task: () => Promise<void>): Promise<boolean> {
    return this.#its.boundary.guard({ loop: this.#its.name }, task, async () => {})
  }
}
