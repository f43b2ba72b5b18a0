import type { Copy } from '../copy/copy.ts'
import type { Db, Deps } from '../database/deps.ts'
import { type Candidate, type Decision, lockDue, putOff, writeDecisions } from './claim-store.ts'
import type { MessageKinds, Recipients, Rendered } from './delivery.ts'
import { type Heartbeat, heartbeats } from './heartbeat-store.ts'
import { type Judged, judge } from './judge.ts'
import { type Claimant, holdLease } from './lease-store.ts'
import { type Made, makeApart, makeTogether, type RenderFault } from './make-messages.ts'
import { doubtLeftovers } from './outcome-store.ts'

/** How long a claimed row is ours. A call is given up after 10 s, well before. */
export const LEASE_MS = 30_000
/** A replica whose clock is further from the database's does not send. */
const CLOCK_TOLERANCE_MS = 5_000

export interface ClaimDeps {
  readonly deps: Deps
  readonly copy: Copy
  readonly kinds: MessageKinds
  readonly recipients: Recipients
  readonly claimant: Claimant
  /** live: this machine's clock is compared with the database's */
  readonly hasRealClock: boolean
}

type ToSend = Extract<Rendered, { to: unknown }>

/** A message that is ours to send. */
export interface Claimed {
  readonly row: Candidate
  readonly to: ToSend['to']
  readonly message: ToSend['message']
  /** of the row, this attempt included */
  readonly attempt: number
}

export type Claim =
  | {
      readonly is: 'claimed'
      readonly fence: number
      readonly at: Date
      readonly items: readonly Claimed[]
      /** rows looked at, those put off among them */
      readonly seen: number
      /** where the fence is new to this process: what the one before left word of */
      readonly left?: ReadonlyMap<string, Heartbeat>
    }
  | { readonly is: 'elsewhere' }
  | { readonly is: 'clock_wrong' }

/** How much is claimed, and what is known before. */
export interface HowToClaim {
  readonly limit: number
  /** of a round: what was being sent when an earlier lease ended comes to be in doubt first */
  readonly isFirst: boolean
  /** as this process knows it */
  readonly fence: number
  /** where a message could not be made: each is made by itself then, and this says how long a guilty one waits */
  readonly putOff?: (row: Candidate, fault: RenderFault, now: Date) => Promise<{ until: Date; reason: string }>
}

/**
 * Takes up to ten messages that have come due, the most urgent first, if this process is the workspace's sender. In the
 * one transaction each is rendered, its people are looked up anew, and whatever must wait or fall away is put off or
 * skipped; what is returned has been committed as being sent by us.
 * @throws RenderFault where they are made together; nothing is claimed then
 */
export function claimDue(its: ClaimDeps, now: Date, how: HowToClaim): Promise<Claim> {
  const { workspaceId } = its.claimant
  const until = new Date(now.getTime() + LEASE_MS)
  return its.deps.db.transaction().execute(async (trx): Promise<Claim> => {
    const lease = await holdLease(trx, its.claimant, 'sender', now, until)
    if (!lease) return { is: 'elsewhere' }
    const { fence, databaseNow } = lease
    if (its.hasRealClock && Math.abs(databaseNow.getTime() - now.getTime()) > CLOCK_TOLERANCE_MS)
      return { is: 'clock_wrong' }
    if (how.isFirst) await doubtLeftovers(trx, workspaceId, fence, now)
    const left = fence === how.fence ? undefined : await heartbeats(trx, workspaceId)
    const rows = how.limit === 0 ? [] : await lockDue(trx, workspaceId, ranksOf(its.kinds), now, how.limit)
    const made = rows.length === 0 ? [] : await make(its, trx, rows, now, how)
    const judged = made.length === 0 ? [] : await judge(trx, workspaceId, its.recipients, made, now)
    if (judged.length > 0) await writeDecisions(trx, workspaceId, judged.map(toDecision), { fence, from: now, until })
    return {
      is: 'claimed',
      fence,
      at: now,
      items: judged.flatMap(toClaimed),
      seen: rows.length,
      ...(left && { left }),
    }
  })
}

const ranksOf = (kinds: MessageKinds): ReadonlyMap<string, number> =>
  new Map(Object.entries(kinds).map(([name, kind]) => [name, kind.priority]))

function make(its: ClaimDeps, trx: Db, rows: readonly Candidate[], now: Date, how: HowToClaim): Promise<Made[]> {
  const deps = { ...its.deps, db: trx, copy: its.copy }
  const { putOff: decideWait } = how
  if (!decideWait) return makeTogether(its.kinds, deps, rows, now)
  return makeApart(its.kinds, deps, rows, now, async (row, fault) => {
    const { until, reason } = await decideWait(row, fault, now)
    await putOff(trx, row.workspaceId, row.deliveryId, until, reason)
  })
}

function toDecision({ row, kind, verdict }: Judged): Decision {
  const base = {
    deliveryId: row.deliveryId,
    priority: kind?.priority ?? 0,
    isUnasked: kind?.isUnasked ?? false,
    dueAt: null,
    reason: null,
  }
  if ('send' in verdict) return { ...base, state: 'sending' }
  if ('later' in verdict) return { ...base, state: 'due', dueAt: verdict.later }
  return { ...base, state: 'skipped', reason: verdict.skip }
}

const toClaimed = ({ row, rendered, verdict }: Judged): Claimed[] =>
  'send' in verdict && 'to' in rendered
    ? [{ row, to: rendered.to, message: rendered.message, attempt: row.attempt + 1 }]
    : []
