import { AsyncLocalStorage } from 'node:async_hooks'

/** One task: awake, asleep on the clock, or done. */
export interface Work {
  readonly name: string
  state: 'awake' | 'asleep' | 'done'
  /** performance.now() of the last waking */
  awakeSince: number
}

/**
 * Counts what is awake. Real time decides nothing here, so no database and no network is slow enough to look idle;
 * it only tells the watchdog who has been awake for too long.
 */
export class InFlight {
  #awake = new Set<Work>()
  #waiting: (() => void)[] = []
  #current = new AsyncLocalStorage<Work>()

  get names(): readonly string[] {
    return [...this.#awake].map((work) => work.name)
  }

  /** The work this code runs in. Servers and timers keep the one they began in, long after it is done. */
  get current(): Work | undefined {
    const work = this.#current.getStore()
    return work?.state === 'done' ? undefined : work
  }

  async run<T>(name: string, task: () => Promise<T>): Promise<T> {
    const work: Work = { name, state: 'awake', awakeSince: performance.now() }
    this.#awake.add(work)
    try {
      return await this.#current.run(work, task)
    } finally {
      this.#rest(work, 'done')
    }
  }

  fallAsleep(work: Work): void {
    this.#rest(work, 'asleep')
  }

  /** Synchronous: the woken work is counted before anybody can look. */
  wakeUp(work: Work): void {
    work.state = 'awake'
    work.awakeSince = performance.now()
    this.#awake.add(work)
  }

  /**
   * Resolves once nothing is awake.
   * @throws naming the work that has been awake for longer than `patience` ms
   */
  async none(patience: number): Promise<void> {
    while (this.#awake.size > 0) {
      let watchdog: NodeJS.Timeout | undefined
      const stuck = new Promise<never>((_, reject) => {
        watchdog = setInterval(() => this.#bark(patience, reject), Math.min(patience / 2, 1_000))
      })
      const empty = new Promise<void>((resolve) => this.#waiting.push(resolve))
      await Promise.race([empty, stuck]).finally(() => clearInterval(watchdog))
    }
  }

  #bark(patience: number, reject: (fault: Error) => void): void {
    const since = performance.now() - patience
    const late = [...this.#awake].filter((work) => work.awakeSince <= since).map((work) => work.name)
    if (late.length > 0) reject(new Error(`not idle, still awake after ${patience / 1000} s: ${late.join(', ')}`))
  }

  #rest(work: Work, state: 'asleep' | 'done'): void {
    work.state = state
    this.#awake.delete(work)
    if (this.#awake.size === 0) for (const tell of this.#waiting.splice(0)) tell()
  }
}
