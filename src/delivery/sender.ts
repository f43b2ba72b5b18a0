import type { WebClient } from '@slack/web-api'
import type { Clock } from '../clock.ts'
import type { Boundary } from '../slack/boundary.ts'
import { type Claim, type ClaimDeps, claimDue, type HowToClaim } from './claim.ts'
import { Conversations } from './conversations.ts'
import { Held } from './held.ts'
import { type Heartbeat, pauseName } from './heartbeat-store.ts'
import { endLease, leaseEnd } from './lease-store.ts'
import { Loop } from './loop.ts'
import { RenderFault } from './make-messages.ts'
import { MakingFaults } from './making-faults.ts'
import { lookAhead } from './outcome-store.ts'
import { Pace } from './pace.ts'
import { QUARANTINE_MS, reconcile } from './reconcile.ts'
import { Results } from './results.ts'
import { sendBatch } from './send-batch.ts'

/** Messages claimed at once. Where nothing can be read back one at a time: a crash then leaves one doubt, not ten. */
const BATCH = 10
const AFTER_FAULT_MS = 5_000
const AFTER_CLOCK_WRONG_MS = 60_000
/** how long a granted scope is taken for granted, and one that is not for not */
const ASK_GRANTED_MS = 86_400_000
const ASK_AGAIN_MS = 3_600_000
const ASK_AFTER_FAULT_MS = 60_000
/** nobody is woken more often than this for rows that somebody else has locked */
const LEAST_SLEEP_MS = 1_000
const METHODS = ['chat.postMessage', 'conversations.open', 'conversations.history'] as const

export interface SenderDeps extends ClaimDeps {
  readonly client: WebClient
  readonly clock: Clock
  readonly boundary: Boundary
  readonly canReadHistory: () => Promise<boolean> | boolean
  readonly parallel: number
}

/** The one loop that sends. It sleeps until the least instant at which anything is to do, or until its bell. */
export class Sender {
  readonly #its: SenderDeps
  readonly loop: Loop
  readonly #results: Results
  readonly #pace: Pace
  readonly #conversations: Conversations
  readonly #faults: MakingFaults
  #fence = 0
  #history = { isGranted: false, askAt: 0 }
  /** Slack would not be read before this instant */
  #readAgainAt = 0

  constructor(its: SenderDeps) {
    this.#its = its
    this.#results = new Results(its.deps.db, its.claimant.workspaceId)
    this.#pace = new Pace(this.#results)
    this.#conversations = new Conversations(its.client)
    this.#faults = new MakingFaults(its.boundary)
    this.loop = new Loop({
      name: 'sender',
      clock: its.clock,
      boundary: its.boundary,
      afterFaultMs: AFTER_FAULT_MS,
      leastBetweenMs: 0,
      round: () => this.#round(),
      end: () => this.#handBack(),
    })
  }

  /**
   * Does all that can be done now.
   * @returns when there is something to do again
   */
  async #round(): Promise<number> {
    const { deps, claimant, clock, parallel } = this.#its
    await this.#results.flush()
    const canRead = await this.#canRead()
    this.#results.isPatient = canRead
    const limit = canRead ? BATCH : 1
    let seen = limit
    for (let isFirst = true; seen === limit && !this.loop.stopped.aborted; isFirst = false) {
      const claim = await this.#claim(limit, isFirst)
      if (claim.is === 'elsewhere') return this.#endOfOthersLease()
      if (claim.is === 'clock_wrong') return this.#waitForClock()
      const held = new Held(deps.db, claimant.workspaceId, claim.fence, claim.items)
      await sendBatch({ ...this.#shared(), held, parallel }, claim.at.getTime())
      seen = claim.seen
    }
    if (canRead && this.#readAgainAt <= clock.now()) {
      this.#readAgainAt = await reconcile({ ...this.#shared(), deps, workspaceId: claimant.workspaceId })
    }
    return this.#next(canRead, seen > 0)
  }

  /** While nothing may be posted no row is taken, but what an earlier lease left behind still comes to be in doubt. */
  async #claim(limit: number, isFirst: boolean): Promise<Claim> {
    const now = new Date(this.#its.clock.now())
    const isPaused = this.#pace.pausedUntil('chat.postMessage') > now.getTime()
    const how = { limit: isPaused ? 0 : limit, isFirst, fence: this.#fence }
    const claim = await claimDue(this.#its, now, how).catch((fault: unknown) => this.#claimApart(fault, now, how))
    if (claim.is === 'claimed' && claim.left) this.#begin(claim.fence, claim.left)
    return claim
  }

  /** Whose fault it was shows when each message is made by itself; only that one waits, and the others go. */
  async #claimApart(fault: unknown, now: Date, how: HowToClaim): Promise<Claim> {
    if (!(fault instanceof RenderFault)) throw fault
    const claim = await claimDue(this.#its, now, { ...how, putOff: (...why) => this.#faults.putOff(...why) })
    await this.#faults.log(fault, now.getTime()) // also where it is over by now
    return claim
  }

  /** A new fence: whoever sent before us may have been told by Slack to wait. */
  #begin(fence: number, left: ReadonlyMap<string, Heartbeat>): void {
    this.#fence = fence
    this.#results.beginClaim(fence)
    for (const method of METHODS) {
      const pause = left.get(pauseName(method))
      if (pause) this.#pace.pause(method, pause.at.getTime())
    }
  }

  /** Whether im:history was granted: asked of Slack seldom, and never a reason to send nothing. */
  async #canRead(): Promise<boolean> {
    const now = this.#its.clock.now()
    if (now < this.#history.askAt) return this.#history.isGranted
    try {
      const isGranted = await this.#its.canReadHistory()
      this.#history = { isGranted, askAt: now + (isGranted ? ASK_GRANTED_MS : ASK_AGAIN_MS) }
    } catch {
      this.#history = { isGranted: false, askAt: now + ASK_AFTER_FAULT_MS }
    }
    return this.#history.isGranted
  }

  async #endOfOthersLease(): Promise<number> {
    const { deps, claimant, clock } = this.#its
    const end = await leaseEnd(deps.db, claimant.workspaceId, 'sender')
    return Math.max(end?.getTime() ?? 0, clock.now() + LEAST_SLEEP_MS)
  }

  async #waitForClock(): Promise<number> {
    const now = this.#its.clock.now()
    this.#results.leaveWord({ name: 'clock', at: new Date(now), note: 'wrong' })
    await this.#results.flush()
    return now + AFTER_CLOCK_WRONG_MS
  }

  async #next(canRead: boolean, hasSeen: boolean): Promise<number> {
    const { deps, claimant, clock } = this.#its
    const ahead = await lookAhead(deps.db, claimant.workspaceId)
    const least = Math.min(
      at(ahead.dueAt, 0, this.#pace.pausedUntil('chat.postMessage')),
      at(ahead.leaseUntil, 0, 0),
      canRead ? at(ahead.doubtedAt, QUARANTINE_MS, this.#readAgainAt) : Number.POSITIVE_INFINITY,
    )
    return hasSeen ? least : Math.max(least, clock.now() + LEAST_SLEEP_MS)
  }

  #shared() {
    const { client, clock, deps } = this.#its
    const [pace, conversations, results, stop] = [this.#pace, this.#conversations, this.#results, this.loop.stopped]
    return { client, clock, cipher: deps.cipher, pace, conversations, results, stop }
  }

  async #handBack(): Promise<void> {
    const { deps, claimant, clock } = this.#its
    await this.#results.flush()
    await endLease(deps.db, claimant, 'sender', new Date(clock.now()))
  }
}

/** That instant and a rest after it, but not before `least`; never where there is none. */
const at = (instant: Date | null, rest: number, least: number): number =>
  instant === null ? Number.POSITIVE_INFINITY : Math.max(instant.getTime() + rest, least)
