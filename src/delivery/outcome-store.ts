import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import { UNREADABLE } from './doubt-store.ts'
import { ASIDE } from './held-store.ts'

/** How one attempt ended. */
export interface Result {
  readonly deliveryId: number
  /** the attempt this is the end of */
  readonly attempt: number
  readonly state: 'sent' | 'due' | 'failed' | 'in_doubt'
  readonly channel?: string
  readonly ts?: string
  readonly sentAt?: Date
  readonly doubtedAt?: Date
  /** for a row that goes back: not before */
  readonly dueAt?: Date
  /** it was claimed and never tried */
  readonly isUntried?: true
  readonly reason?: string
}

/**
 * Writes how attempts ended, all at once. A row that somebody else has taken over meanwhile keeps what that one wrote.
 * @returns how many rows were still ours
 */
export async function writeResults(
  db: Db,
  workspaceId: string,
  fence: number,
  results: readonly Result[],
): Promise<number> {
  const column = <T>(of: (result: Result) => T): T[] => results.map(of)
  const instant = (at: Date | undefined) => at?.toISOString() ?? null
  const { numAffectedRows } = await sql`
    update delivery set
      state = result.state, channel = coalesce(result.channel, delivery.channel), ts = result.ts,
      sent_at = case result.state when 'sent' then result.sent_at when 'in_doubt' then delivery.sent_at end,
      doubted_at = result.doubted_at, due_at = coalesce(result.due_at, delivery.due_at), reason = result.reason,
      attempt = delivery.attempt - case when result.is_untried then 1 else 0 end,
      fence = null, lease_until = null
    from unnest(
      ${column((r) => r.deliveryId)}::integer[], ${column((r) => r.attempt)}::integer[],
      ${column((r) => r.state)}::text[], ${column((r) => r.channel ?? null)}::text[],
      ${column((r) => r.ts ?? null)}::text[], ${column((r) => instant(r.sentAt))}::timestamptz[],
      ${column((r) => instant(r.doubtedAt))}::timestamptz[], ${column((r) => instant(r.dueAt))}::timestamptz[],
      ${column((r) => r.isUntried ?? false)}::boolean[], ${column((r) => r.reason ?? null)}::text[]
    ) as result (delivery_id, attempt, state, channel, ts, sent_at, doubted_at, due_at, is_untried, reason)
    where delivery.workspace_id = ${workspaceId} and delivery.delivery_id = result.delivery_id
      and delivery.delivery_id = any(${column((r) => r.deliveryId)}::integer[])
      and delivery.state = 'sending' and delivery.fence = ${fence} and delivery.attempt = result.attempt`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/**
 * What was being sent when its lease ended, or by a holder before this fence: nobody knows how it ended. What was set
 * aside has surely not been sent, because its sender has to keep it before it posts, and can no longer.
 */
export async function doubtLeftovers(db: Db, workspaceId: string, fence: number, now: Date): Promise<void> {
  await sql`
    update delivery set fence = null, lease_until = null,
      state = case when reason = ${ASIDE} then 'due' else 'in_doubt' end,
      attempt = attempt - case when reason = ${ASIDE} then 1 else 0 end,
      sent_at = case when reason = ${ASIDE} then null else sent_at end,
      doubted_at = case when reason = ${ASIDE} then null else ${now}::timestamptz end,
      reason = case when reason = ${ASIDE} then null else 'interrupted' end
    where workspace_id = ${workspaceId} and state = 'sending' and (lease_until <= ${now} or fence < ${fence})`.execute(
    db,
  )
}

/** When anything of this workspace next wants doing. */
export interface Ahead {
  readonly dueAt: Date | null
  readonly leaseUntil: Date | null
  /** the eldest doubt that can be looked into: a group's conversation is never read */
  readonly doubtedAt: Date | null
}

export async function lookAhead(db: Db, workspaceId: string): Promise<Ahead> {
  const { rows } = await sql<{ due_at: Date | null; lease_until: Date | null; doubted_at: Date | null }>`
    select
      (select min(due_at) from delivery where workspace_id = ${workspaceId} and state = 'due') as due_at,
      (select min(lease_until) from delivery where workspace_id = ${workspaceId} and state = 'sending') as lease_until,
      (select min(doubted_at) from delivery where workspace_id = ${workspaceId} and state = 'in_doubt'
        and recipient not like '%:%' and reason is distinct from ${UNREADABLE}) as doubted_at`.execute(db)
  const [row] = rows
  return { dueAt: row?.due_at ?? null, leaseUntil: row?.lease_until ?? null, doubtedAt: row?.doubted_at ?? null }
}
