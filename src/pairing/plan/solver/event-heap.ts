/**
 * Binary heap of future events (time, x, y). Times are fixed when an event is pushed, so nothing is ever decreased:
 * an event that no longer holds is recognised when it comes out.
 */
export class EventHeap {
  #times = new Float64Array(1024)
  #xs = new Int32Array(1024)
  #ys = new Int32Array(1024)
  #size = 0
  /** the event popped last */
  time = 0
  x = 0
  y = 0

  clear(): void {
    this.#size = 0
  }

  get isEmpty(): boolean {
    return this.#size === 0
  }

  /** Time of the next event; Infinity when there is none. */
  get nextTime(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : this.#times[0]!
  }

  push(time: number, x: number, y: number): void {
    if (this.#size === this.#times.length) this.#grow()
    const times = this.#times
    const xs = this.#xs
    const ys = this.#ys
    let i = this.#size++
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (times[parent]! <= time) break
      times[i] = times[parent]!
      xs[i] = xs[parent]!
      ys[i] = ys[parent]!
      i = parent
    }
    times[i] = time
    xs[i] = x
    ys[i] = y
  }

  /** Moves the earliest event into time, x and y. Only when not empty. */
  pop(): void {
    const times = this.#times
    const xs = this.#xs
    const ys = this.#ys
    this.time = times[0]!
    this.x = xs[0]!
    this.y = ys[0]!
    const size = --this.#size
    const time = times[size]!
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= size) break
      if (child + 1 < size && times[child + 1]! < times[child]!) child++
      if (times[child]! >= time) break
      times[i] = times[child]!
      xs[i] = xs[child]!
      ys[i] = ys[child]!
      i = child
    }
    times[i] = time
    xs[i] = xs[size]!
    ys[i] = ys[size]!
  }

  #grow(): void {
    const times = new Float64Array(2 * this.#times.length)
    times.set(this.#times)
    this.#times = times
    const xs = new Int32Array(times.length)
    xs.set(this.#xs)
    this.#xs = xs
    const ys = new Int32Array(times.length)
    ys.set(this.#ys)
    this.#ys = ys
  }
}
