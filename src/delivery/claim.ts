import type { Copy } from '../copy/copy.ts'
import type { Db, Deps } from '../database/deps.ts'
import { type Candidate, type Decision, lockDue, unaskedSince, writeDecisions } from './claim-store.ts'
import { DayCounts, decide, isSameDay, type Verdict } from './decide.ts'
import type { MessageKind, MessageKinds, Recipient, Recipients, RenderDeps, Rendered } from './delivery.ts'
import { type Heartbeat, heartbeats } from './heartbeat-store.ts'
import { type Claimant, holdLease } from './lease-store.ts'
import { doubtLeftovers } from './outcome-store.ts'
import { Together } from './together.ts'

/** How long a claimed row is ours. A call is given up after 10 s, well before. */
export const LEASE_MS = 30_000
/** Two local days reach this far back, whatever the zone. */
const DAYS_MS = 2 * 86_400_000
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

/** A message could not be made: our fault, and no reason to hold up the others. */
export class RenderFault extends Error {
  override readonly name = 'RenderFault'
  readonly deliveryId: number
  readonly kind: string
  /** the failed one included */
  readonly attempt: number

  constructor(row: Candidate, cause: unknown) {
    super(`a message of kind ${row.kind} could not be made`, { cause })
    this.deliveryId = row.deliveryId
    this.kind = row.kind
    this.attempt = row.attempt + 1
  }
}

/**
 * Takes up to ten messages that have come due, the most urgent first, if this process is the workspace's sender. In the
 * one transaction each is rendered, its people are looked up anew, and whatever must wait or fall away is put off or
 * skipped; what is returned has been committed as being sent by us.
 * @param how  `limit` rows at most; `isFirst` of a round: what was being sent when an earlier lease ended comes to be
 * in doubt first; `fence` as this process knows it
 * @throws RenderFault naming the row; nothing is claimed then
 */
export function claimDue(
  its: ClaimDeps,
  now: Date,
  how: { readonly limit: number; readonly isFirst: boolean; readonly fence: number },
): Promise<Claim> {
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
    const decided = rows.length === 0 ? [] : await decideAll(its, trx, rows, now)
    if (decided.length > 0) await writeDecisions(trx, workspaceId, decided.map(toDecision), { fence, from: now, until })
    return {
      is: 'claimed',
      fence,
      at: now,
      items: decided.flatMap(toClaimed),
      seen: rows.length,
      ...(left && { left }),
    }
  })
}

const ranksOf = (kinds: MessageKinds): ReadonlyMap<string, number> =>
  new Map(Object.entries(kinds).map(([name, kind]) => [name, kind.priority]))

interface Decided {
  readonly row: Candidate
  readonly kind: MessageKind | undefined
  readonly rendered: Rendered
  readonly verdict: Verdict
}

async function decideAll(its: ClaimDeps, trx: Db, rows: readonly Candidate[], now: Date): Promise<Decided[]> {
  const rendered = []
  const deps = { ...its.deps, db: trx, copy: its.copy, together: new Together(rows) }
  for (const row of rows)
    rendered.push({ row, kind: its.kinds[row.kind], rendered: await render(its.kinds, deps, row, now) })
  const people = [...new Set(rendered.flatMap(({ rendered: said }) => peopleOf(said)))]
  const recipients =
    people.length === 0 ? new Map<string, Recipient>() : await its.recipients(trx, its.claimant.workspaceId, people)
  const counts = await countToday(trx, its.claimant.workspaceId, recipients, now)
  return rendered.map(({ row, kind, rendered: said }) => {
    if (!kind || 'skip' in said)
      return { row, kind, rendered: said, verdict: { skip: 'skip' in said ? said.skip : '' } }
    const { expiresOn } = row
    const addressed = { kind, people: peopleOf(said), expiresOn, holidays: said.holidays ?? [] }
    return { row, kind, rendered: said, verdict: decide(addressed, recipients, counts, now) }
  })
}

async function render(kinds: MessageKinds, deps: RenderDeps, row: Candidate, now: Date): Promise<Rendered> {
  const kind = kinds[row.kind]
  if (!kind) return { skip: 'kind_unknown' }
  try {
    return await kind.render(deps, row, now)
  } catch (fault) {
    throw new RenderFault(row, fault)
  }
}

const peopleOf = (said: Rendered): readonly string[] =>
  'skip' in said ? [] : 'person' in said.to ? [said.to.person] : said.to.group

async function countToday(
  trx: Db,
  workspaceId: string,
  recipients: ReadonlyMap<string, Recipient>,
  now: Date,
): Promise<DayCounts> {
  const counts = new DayCounts()
  const keys = [...recipients].flatMap(([id, { groups = [] }]) => [id, ...groups])
  if (keys.length === 0) return counts
  const sent = await unaskedSince(trx, workspaceId, keys, new Date(now.getTime() - DAYS_MS))
  for (const [id, { tz, groups = [] }] of recipients) {
    for (const { recipient, at } of sent) {
      if ((recipient === id || groups.includes(recipient)) && isSameDay(at, now, tz)) counts.add(id)
    }
  }
  return counts
}

function toDecision({ row, kind, verdict }: Decided): Decision {
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

const toClaimed = ({ row, rendered, verdict }: Decided): Claimed[] =>
  'send' in verdict && 'to' in rendered
    ? [{ row, to: rendered.to, message: rendered.message, attempt: row.attempt + 1 }]
    : []
