import { setImmediate as turn } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { InFlight } from './in-flight.ts'
import { Sleepers } from './sleepers.ts'

/** How long one piece of work may stay awake before the clock stops waiting for it. */
const PATIENCE_MS = 30_000
const LONGEST_NAP_MS = 60_000

/**
 * A clock that is moved. It jumps from sleeper to sleeper, and only while nothing is in flight: a year passes in
 * seconds and nothing that was due in it is missed. It stands still until `hold(false)`; then, between moves, it runs
 * at the real clock's pace.
 */
export class VirtualClock implements Clock {
  /** A second opinion before every jump: what somebody else still sees in flight, by name. */
  check: () => readonly string[] = () => []
  /** Told of every instant the clock comes to before anybody wakes at it: who keeps it is never behind what happened. */
  arrived: (at: number) => void = () => {}
  /** How often a move woke somebody, ever. */
  jumps = 0
  #at: number
  #readAt = 0
  #isHeld = true
  #isMoving = false
  #moves: Promise<void> = Promise.resolve()
  #pace: NodeJS.Timeout | undefined
  #sleepers = new Sleepers()
  #inFlight = new InFlight()

  constructor(start: number) {
    this.#at = start
  }

  now(): number {
    return this.#stands ? this.#at : Math.floor(this.#at + performance.now() - this.#readAt)
  }

  /** The names of everything in flight. */
  get awake(): readonly string[] {
    return this.#inFlight.names
  }

  work<T>(name: string, task: () => Promise<T>): Promise<T> {
    return this.#inFlight.run(name, task)
  }

  /** @throws outside `work`, and when one work sleeps twice at once (each branch needs a work of its own) */
  async sleep(until: number, bell?: AbortSignal): Promise<void> {
    const work = this.#inFlight.current
    if (!work) throw new Error('sleep outside work()')
    if (work.state === 'asleep') throw new Error(`"${work.name}" sleeps twice at once`)
    if (until <= this.now() || bell?.aborted) return
    await new Promise<void>((resolve) => {
      const sleeper = {
        at: until,
        wake: () => {
          bell?.removeEventListener('abort', sleeper.wake)
          this.#sleepers.remove(sleeper)
          this.#inFlight.wakeUp(work)
          resolve()
        },
      }
      bell?.addEventListener('abort', sleeper.wake, { once: true })
      this.#sleepers.add(sleeper)
      this.#inFlight.fallAsleep(work)
      this.#setPace()
    })
  }

  /**
   * Resolves once every piece of work is finished or asleep.
   * @throws inside `work`, which would wait for itself; and naming what stays awake for longer than `patience` ms
   */
  async idle(patience = PATIENCE_MS): Promise<void> {
    const own = this.#inFlight.current
    if (own) throw new Error(`idle() inside "${own.name}" would wait for itself`)
    await this.#inFlight.none(patience)
  }

  /**
   * Runs everything due up to that instant, then stands there. A second move waits for the first.
   * @param bell where it rings, the move ends once what rang it is idle: nobody else is woken
   */
  advanceTo(to: number, bell?: AbortSignal): Promise<void> {
    const move = this.#moves.then(() => this.#move(to, bell))
    this.#moves = move.catch(() => {})
    return move
  }

  /** Stand still between moves, or run at the real clock's pace. */
  hold(on: boolean): void {
    this.#change(() => {
      this.#isHeld = on
    })
  }

  /** @throws while anything is in flight */
  reset(to: number): void {
    if (this.awake.length > 0) throw new Error(`the clock was reset while awake: ${this.awake.join(', ')}`)
    this.#change(() => {
      this.#at = to
    })
  }

  get #stands(): boolean {
    return this.#isHeld || this.#isMoving
  }

  async #move(to: number, bell: AbortSignal | undefined): Promise<void> {
    this.#change(() => {
      this.#isMoving = true
    })
    try {
      while (await this.#jump(to, bell));
    } finally {
      this.#change(() => {
        this.#isMoving = false
      })
    }
  }

  /** Waits for idle and wakes the earliest sleeper alone: the same order every time. False when nobody is left, or rung. */
  async #jump(to: number, bell: AbortSignal | undefined): Promise<boolean> {
    // Without this turn of the event loop, timers and signals would wait for the whole year (measured).
    await turn()
    await this.idle()
    const inFlight = this.check()
    if (inFlight.length > 0) throw new Error(`the clock moved while work was in flight: ${inFlight.join(', ')}`)
    if (bell?.aborted) return false
    const next = this.#sleepers.first
    if (!next || next.at > to) {
      this.#leap(to)
      return false
    }
    this.#leap(next.at)
    this.jumps += 1
    next.wake()
    return true
  }

  #leap(to: number): void {
    this.#at = Math.max(this.#at, to)
    this.arrived(this.#at)
  }

  /** Reads the clock before a change of its state, and goes on from there after it. */
  #change(change: () => void): void {
    this.#at = this.now()
    this.#readAt = performance.now()
    change()
    this.#setPace()
  }

  #setPace(): void {
    clearTimeout(this.#pace)
    const next = this.#sleepers.first
    if (this.#stands || !next) return
    const length = Math.min(Math.max(next.at - this.now(), 0), LONGEST_NAP_MS)
    this.#pace = setTimeout(() => this.#wakeDue(), length)
  }

  #wakeDue(): void {
    const next = this.#sleepers.first
    const now = this.now()
    if (next && next.at <= now) {
      this.arrived(now)
      next.wake()
    }
    this.#setPace()
  }
}
