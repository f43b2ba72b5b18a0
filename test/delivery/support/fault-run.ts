import type { KyselyPlugin } from 'kysely'
import { createDelivery, type Delivery } from '../../../src/delivery/create-delivery.ts'
import { methodOf, refused, reset, status } from './fake-slack.ts'
import type { Stage } from './stage.ts'

export const SLACK_FAULTS = [
  'crash_before',
  'crash_after',
  'accepted_reset',
  'dropped_reset',
  'accepted_500',
  'dropped_500',
  'accepted_internal_error',
  'rate_limited',
] as const
/** at a statement; the crashes are those of SLACK_FAULTS */
export const DATABASE_FAULTS = ['statement_fails'] as const
export type PointFault = (typeof SLACK_FAULTS)[number] | (typeof DATABASE_FAULTS)[number]

/** The nth statement or call, from 0; a fault that does not fit the point does nothing. */
export interface Planned {
  readonly at: number
  readonly fault: PointFault
}

/**
 * Runs senders over the stage until an instant, each statement and each call being a point at which a planned fault
 * strikes. A crash is the end of everything that process would have done; another one starts at once.
 * @returns how many points were passed
 */
export async function runWith(
  stage: Stage,
  faults: readonly Planned[],
  { canReadHistory, until }: { readonly canReadHistory: boolean; readonly until: number },
): Promise<number> {
  let points = 0
  const strike = () => {
    const found = faults.find((planned) => planned.at === points)?.fault
    points += 1
    return found
  }
  const alive: { stop(): void; delivery: Delivery }[] = []
  let processes = 0
  const begin = () => {
    processes += 1
    const life = new Life(strike, () => begin())
    const options = stage.options({
      canReadHistory: () => canReadHistory,
      holder: `process ${processes}`,
      client: stage.slack.client((inner) => life.fetch(inner)),
    })
    const deps = { ...options.deps, db: options.deps.db.withPlugin(life.plugin) }
    const delivery = createDelivery({ ...options, deps })
    life.onDeath = () => void delivery.stop()
    alive.push({ stop: () => life.retire(), delivery })
    delivery.start()
  }
  begin()
  await stage.clock.advanceTo(until)
  const passed = points
  for (const one of alive) one.stop()
  await Promise.all(alive.map(({ delivery }) => delivery.stop()))
  return passed
}

class Crash extends Error {}

/** One process: after its death it does nothing any more. */
class Life {
  onDeath = () => {}
  #isDead = false
  #isRetired = false
  readonly #strike: () => PointFault | undefined
  readonly #next: () => void

  constructor(strike: () => PointFault | undefined, next: () => void) {
    this.#strike = strike
    this.#next = next
  }

  /** Its points are not counted any more. */
  retire(): void {
    this.#isRetired = true
  }

  /** Statements of this process. The plugin's two ends are before and after the database did it. */
  readonly plugin: KyselyPlugin = {
    transformQuery: (args) => {
      this.#breathe()
      const fault = this.#isRetired ? undefined : this.#strike()
      if (fault === 'crash_before') this.#die()
      if (fault === 'statement_fails') throw new Error('the database went away')
      if (fault === 'crash_after') this.#doomed.add(args.queryId)
      return args.node
    },
    transformResult: async (args) => {
      if (this.#doomed.has(args.queryId)) this.#die()
      this.#breathe()
      return args.result
    },
  }
  readonly #doomed = new WeakSet<object>()

  fetch(inner: typeof fetch): typeof fetch {
    return async (input, init) => {
      this.#breathe()
      const fault = this.#isRetired ? undefined : this.#strike()
      const isPost = methodOf(input) === 'chat.postMessage'
      if (fault === 'crash_before') this.#die()
      if (fault === undefined || fault === 'statement_fails') return inner(input, init)
      if (fault === 'rate_limited') return status(429, { 'retry-after': '30' })
      if (fault === 'dropped_reset') return reset()
      if (fault === 'dropped_500') return status(500)
      const answer = await inner(input, init)
      if (fault === 'crash_after') this.#die()
      if (fault === 'accepted_reset') return reset()
      if (fault === 'accepted_500') return status(500)
      return isPost ? refused('internal_error') : answer
    }
  }

  #breathe(): void {
    if (this.#isDead) throw new Crash('this process has ended')
  }

  #die(): never {
    this.#isDead = true
    this.onDeath()
    this.#next()
    throw new Crash('killed')
  }
}
