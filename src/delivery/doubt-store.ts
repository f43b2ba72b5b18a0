import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'

/** A message of which nobody knows whether Slack has it. */
export interface Doubt {
  readonly deliveryId: number
  readonly kind: string
  readonly subject: string
  readonly cycleOn: string
  readonly recipient: string
  readonly attempt: number
  readonly channel: string | null
  readonly plannedAt: Date
}

/** The reason of a doubt that reading cannot settle: that person's conversation is closed to us. */
export const UNREADABLE = 'unreadable'

/** Doubts old enough to look into, eldest first; a group's conversation is never read, so those are left out. */
export async function ripeDoubts(db: Db, workspaceId: string, doubtedBy: Date, limit: number): Promise<Doubt[]> {
  const rows = await db
    .selectFrom('delivery')
    .select(['delivery_id', 'kind', 'subject', 'cycle_on', 'recipient', 'attempt', 'channel', 'planned_at'])
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`state = 'in_doubt'`) // written out, so that a prepared statement finds the index for it
    .where('doubted_at', '<=', doubtedBy)
    .where('recipient', 'not like', '%:%')
    .where('reason', 'is distinct from', UNREADABLE)
    .orderBy('doubted_at')
    .orderBy('delivery_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    deliveryId: row.delivery_id,
    kind: row.kind,
    subject: row.subject,
    cycleOn: row.cycle_on,
    recipient: row.recipient,
    attempt: row.attempt,
    channel: row.channel,
    plannedAt: row.planned_at,
  }))
}

/** It was found in the person's own conversation. */
export async function settleFound(
  db: Db,
  workspaceId: string,
  doubt: Doubt,
  found: { readonly channel: string; readonly ts: string },
  now: Date,
): Promise<void> {
  await db
    .updateTable('delivery')
    .set((eb) => ({
      state: 'sent',
      channel: found.channel,
      ts: found.ts,
      sent_at: eb.fn.coalesce('sent_at', eb.val(now)),
      doubted_at: null,
      reason: null,
    }))
    .where('workspace_id', '=', workspaceId)
    .where('delivery_id', '=', doubt.deliveryId)
    .where('state', '=', 'in_doubt')
    .where('attempt', '=', doubt.attempt)
    .execute()
}

/** It is not there: it is due again. */
export async function settleMissing(db: Db, workspaceId: string, doubt: Doubt, now: Date): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ state: 'due', due_at: now, sent_at: null, doubted_at: null, reason: null })
    .where('workspace_id', '=', workspaceId)
    .where('delivery_id', '=', doubt.deliveryId)
    .where('state', '=', 'in_doubt')
    .where('attempt', '=', doubt.attempt)
    .execute()
}

/** Slack will not show that conversation: it stays in doubt, and is not looked into again. */
export async function settleUnreadable(db: Db, workspaceId: string, doubt: Doubt): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ reason: UNREADABLE })
    .where('workspace_id', '=', workspaceId)
    .where('delivery_id', '=', doubt.deliveryId)
    .where('state', '=', 'in_doubt')
    .where('attempt', '=', doubt.attempt)
    .execute()
}
