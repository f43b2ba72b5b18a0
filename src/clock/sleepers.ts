/** Somebody asleep on the clock, until an instant. */
export interface Sleeper {
  readonly at: number
  wake(): void
}

/** Who sleeps, in the order of waking: by instant, then by who lay down first. */
export class Sleepers {
  #queue: Sleeper[] = []

  get first(): Sleeper | undefined {
    return this.#queue[0]
  }

  add(sleeper: Sleeper): void {
    const before = this.#queue.findLastIndex((s) => s.at <= sleeper.at)
    this.#queue.splice(before + 1, 0, sleeper)
  }

  remove(sleeper: Sleeper): void {
    const index = this.#queue.indexOf(sleeper)
    if (index >= 0) this.#queue.splice(index, 1)
  }
}
