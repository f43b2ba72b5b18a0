import { setTimeout as nap } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import type { Clock } from '../clock.ts'
import type { Copy } from '../copy/copy.ts'
import type { Deps } from '../database/deps.ts'
import { createBoundary } from '../slack/boundary.ts'
import type { Log } from '../slack/log.ts'
import type { MessageKinds, Planner, Recipients } from './delivery.ts'
import { Sender } from './sender.ts'
import { Tick } from './tick.ts'

const STOP_PATIENCE_MS = 10_000
const REFERENCE_DIGITS = 6

export interface DeliveryOptions {
  readonly deps: Deps
  readonly copy: Copy
  readonly clock: Clock
  /** the bulk client: it repeats nothing, rejects rate-limited calls and gives up after 10 s */
  readonly client: WebClient
  readonly kinds: MessageKinds
  readonly planners: readonly Planner[]
  readonly recipients: Recipients
  readonly workspaceId: string
  /** whether im:history was granted */
  readonly canReadHistory: () => Promise<boolean> | boolean
  /** unique for each start of a process */
  readonly holder: string
  readonly log: Log
  /** the embedded database: a lease found there is a dead process's */
  readonly isSole?: boolean
  /** live: compare this machine's clock with the database's */
  readonly hasRealClock?: boolean
  /** messages on their way at once; with 1, the default, their order is always the same */
  readonly parallel?: number
}

export interface Delivery {
  start(): void
  /** Lets nothing new be claimed and waits, 10 s at most, for what is on its way. */
  stop(): Promise<void>
  /** something was written that is due, or will be; for the sender alone where no planner has to follow up on it */
  wake(whom?: 'sender'): void
  /** asks all planners as of that instant; returns when one of them has something to do again */
  tickOnce(now: Date): Promise<Date | null>
}

/** The sender and the tick of one workspace; each is one long work that sleeps on the clock. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { deps, clock, workspaceId, holder } = options
  let faults = 0
  const newReference = () => {
    faults += 1
    return deps.cipher.mac(`fault|${holder}|${faults}`).slice(0, REFERENCE_DIGITS).toUpperCase()
  }
  const boundary = createBoundary(options.log, newReference)
  const claimant = { workspaceId, holder, isSole: options.isSole ?? false }
  const parallel = options.parallel ?? 1
  const hasRealClock = options.hasRealClock ?? false
  const sender = new Sender({ ...options, claimant, boundary, parallel, hasRealClock })
  const tick = new Tick({ ...options, claimant, boundary, planned: () => sender.loop.wake() })
  let loops: Promise<unknown> = Promise.resolve()
  return {
    start: () => {
      loops = Promise.all([clock.work('sender', () => sender.loop.run()), clock.work('tick', () => tick.loop.run())])
    },
    stop: async () => {
      sender.loop.stop()
      tick.loop.stop()
      const patience = new AbortController()
      const late = nap(STOP_PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => {})
      await Promise.race([loops, late])
      patience.abort()
    },
    wake: (whom) => {
      sender.loop.wake()
      if (whom !== 'sender') tick.loop.wake()
    },
    tickOnce: async (now) => {
      const next = await tick.tickOnce(now)
      return Number.isFinite(next) ? new Date(next) : null
    },
  }
}
