import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { DueRow } from './delivery.ts'

/** A row that has come due, locked until the transaction ends. */
export interface Candidate extends DueRow {
  readonly expiresOn: string | null
  readonly attempt: number
}

/** Kinds nobody renders any more come last. */
const LAST = 1_000

interface Row {
  readonly delivery_id: number
  readonly kind: string
  readonly subject: string
  readonly cycle_on: string
  readonly recipient: string
  readonly due_at: Date
  readonly expires_on: string | null
  readonly attempt: number
}

/** What has come due, the most urgent first; rows that another process has locked are passed over. */
export async function lockDue(
  db: Db,
  workspaceId: string,
  ranks: ReadonlyMap<string, number>,
  now: Date,
  limit: number,
): Promise<Candidate[]> {
  const { rows } = await sql<Row>`
    select delivery_id, kind, subject, cycle_on, recipient, due_at, expires_on, attempt
    from delivery left join unnest(${[...ranks.keys()]}::text[], ${[...ranks.values()]}::integer[]) as rank (kind, value)
      using (kind)
    where workspace_id = ${workspaceId} and state = 'due' and due_at <= ${now}
    order by coalesce(rank.value, ${LAST}), due_at, delivery_id
    limit ${limit}
    for update of delivery skip locked`.execute(db)
  return rows.map((row) => ({
    workspaceId,
    deliveryId: row.delivery_id,
    kind: row.kind,
    subject: row.subject,
    cycleOn: row.cycle_on,
    recipient: row.recipient,
    dueAt: row.due_at,
    expiresOn: row.expires_on,
    attempt: row.attempt,
  }))
}

/** What was decided of a locked row. */
export interface Decision {
  readonly deliveryId: number
  readonly state: 'sending' | 'due' | 'skipped'
  readonly priority: number
  readonly isUnasked: boolean
  /** for a row that waits on: until when */
  readonly dueAt: Date | null
  readonly reason: string | null
}

/**
 * Writes all decisions at once. `sent_at` of a row being sent is when that began: it counts towards the day, and where
 * the answer is lost it stays known.
 */
export async function writeDecisions(
  db: Db,
  workspaceId: string,
  decisions: readonly Decision[],
  lease: { readonly fence: number; readonly from: Date; readonly until: Date },
): Promise<void> {
  const column = <T>(of: (decision: Decision) => T): T[] => decisions.map(of)
  await sql`
    update delivery set
      state = decided.state, priority = decided.priority, is_unasked = decided.is_unasked,
      due_at = coalesce(decided.due_at, delivery.due_at), reason = decided.reason,
      attempt = delivery.attempt + case when decided.state = 'sending' then 1 else 0 end,
      fence = case when decided.state = 'sending' then ${lease.fence}::integer end,
      lease_until = case when decided.state = 'sending' then ${lease.until}::timestamptz end,
      sent_at = case when decided.state = 'sending' then ${lease.from}::timestamptz end
    from unnest(
      ${column((d) => d.deliveryId)}::integer[], ${column((d) => d.state)}::text[],
      ${column((d) => d.priority)}::integer[], ${column((d) => d.isUnasked)}::boolean[],
      ${column((d) => d.dueAt?.toISOString() ?? null)}::timestamptz[], ${column((d) => d.reason)}::text[]
    ) as decided (delivery_id, state, priority, is_unasked, due_at, reason)
    where delivery.workspace_id = ${workspaceId} and delivery.delivery_id = decided.delivery_id
      and delivery.delivery_id = any(${column((d) => d.deliveryId)}::integer[])`.execute(db)
}

/** Puts off a row whose message could not be made. */
export async function putOff(
  db: Db,
  workspaceId: string,
  deliveryId: number,
  until: Date,
  reason: string,
): Promise<void> {
  await db
    .updateTable('delivery')
    .set((eb) => ({ due_at: until, reason, attempt: eb('attempt', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('delivery_id', '=', deliveryId)
    .where('state', '=', 'due')
    .execute()
}

/** Unasked messages of about the last two days to those recipients: when each was sent, or began to be. */
export async function unaskedSince(
  db: Db,
  workspaceId: string,
  recipients: readonly string[],
  since: Date,
): Promise<{ readonly recipient: string; readonly at: Date }[]> {
  const { rows } = await sql<{ recipient: string; at: Date }>`
    select recipient, sent_at as at from delivery
    where workspace_id = ${workspaceId} and recipient = any(${[...recipients]}::text[]) and state = 'sent'
      and sent_at > ${since} and is_unasked
    union all
    select recipient, sent_at from delivery
    where workspace_id = ${workspaceId} and recipient = any(${[...recipients]}::text[]) and state = 'sending'
      and sent_at > ${since} and is_unasked
    union all
    select recipient, sent_at from delivery
    where workspace_id = ${workspaceId} and recipient = any(${[...recipients]}::text[]) and state = 'in_doubt'
      and sent_at > ${since} and is_unasked`.execute(db)
  return rows
}
