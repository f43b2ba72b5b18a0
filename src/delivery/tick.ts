import type { Clock } from '../clock.ts'
import type { Deps } from '../database/deps.ts'
import type { Boundary } from '../slack/boundary.ts'
import type { Planner } from './delivery.ts'
import { beat } from './heartbeat-store.ts'
import { type Claimant, endLease, holdLease, leaseEnd } from './lease-store.ts'
import { Loop } from './loop.ts'

/** A planner that failed, and a tick that failed, are tried again no sooner than this. */
const AFTER_FAULT_MS = 60_000
/** Bells within a minute of a tick are one: verbs write themselves what concerns now, planners what is to come. */
const LEAST_BETWEEN_MS = 60_000
/** how long another process waits for one that fell silent */
const LEASE_MS = 60_000

export interface TickDeps {
  readonly deps: Deps
  readonly planners: readonly Planner[]
  readonly claimant: Claimant
  readonly clock: Clock
  readonly boundary: Boundary
  /** rings the sender's bell: something may have become due */
  readonly planned: () => void
}

/** The one loop that asks what has become due. A tick is a function of `now`: one that was missed is made up for by the next. */
export class Tick {
  readonly #its: TickDeps
  readonly loop: Loop
  /** planners that failed: when they are asked again, and the code of what went wrong */
  readonly #resting = new Map<string, { readonly until: number; readonly reference: string }>()

  constructor(its: TickDeps) {
    this.#its = its
    const { deps, claimant, clock, boundary } = its
    this.loop = new Loop({
      name: 'tick',
      clock,
      boundary,
      afterFaultMs: AFTER_FAULT_MS,
      leastBetweenMs: LEAST_BETWEEN_MS,
      round: (now) => this.#round(now),
      end: () => endLease(deps.db, claimant, 'tick', new Date(clock.now())),
    })
  }

  /** One tick, where it is ours to make. @returns when the next is due, in milliseconds since 1970 */
  async #round(now: Date): Promise<number> {
    const { deps, claimant } = this.#its
    const held = await holdLease(deps.db, claimant, 'tick', now, new Date(now.getTime() + LEASE_MS))
    if (held) return this.tickOnce(now)
    const end = await leaseEnd(deps.db, claimant.workspaceId, 'tick')
    return Math.max(end?.getTime() ?? 0, now.getTime() + AFTER_FAULT_MS)
  }

  /**
   * Asks every planner to write what has become due. One that throws is logged with a reference and rests for a minute;
   * the others are asked all the same.
   * @returns the least instant at which one of them has something to do, in milliseconds since 1970
   */
  async tickOnce(now: Date): Promise<number> {
    const { deps, planners, claimant, planned } = this.#its
    const faults: string[] = []
    let next = Number.POSITIVE_INFINITY
    for (const planner of planners) next = Math.min(next, await this.#ask(planner, now, faults))
    try {
      await beat(deps.db, claimant.workspaceId, { name: 'tick', at: now, note: faults.join(' ') || null })
    } finally {
      // Last of all: the tick then lies down before the sender, so at an instant they share it also wakes first.
      planned()
    }
    return next
  }

  async #ask(planner: Planner, now: Date, faults: string[]): Promise<number> {
    const { deps, claimant, boundary } = this.#its
    const rest = this.#resting.get(planner.name)
    if (rest && rest.until > now.getTime()) {
      faults.push(rest.reference)
      return rest.until
    }
    // What a planner writes rings the sender once all have been asked; it must not ring the tick that asked it.
    const quiet = { ...deps, wake: () => {} }
    let next = Number.POSITIVE_INFINITY
    const plan = async () => {
      await planner.plan(quiet, claimant.workspaceId, now)
      next = (await planner.nextAt(deps.db, claimant.workspaceId, now))?.getTime() ?? next
    }
    const until = now.getTime() + AFTER_FAULT_MS
    const went = await boundary.guard({ planner: planner.name }, plan, async (reference) => {
      this.#resting.set(planner.name, { until, reference })
      faults.push(reference)
    })
    return went ? next : until
  }
}
