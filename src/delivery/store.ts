import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { Due } from './delivery.ts'

/**
 * Writes what is due, in the transaction of what causes it; what is there already stays as it is, whatever its state.
 * How a kind ranks and whether it counts is looked up when it is claimed, so that the rows need not know.
 */
export async function enqueue(db: Db, dues: readonly Due[], now: Date): Promise<void> {
  if (dues.length === 0) return
  const column = <T>(of: (due: Due) => T): T[] => dues.map(of)
  await sql`
    insert into delivery (workspace_id, kind, subject, cycle_on, recipient, due_at, expires_on, planned_at,
      state, priority, is_unasked)
    select workspace_id, kind, subject, cycle_on, recipient, due_at, expires_on, ${now}, 'due', 0, false
    from unnest(
      ${column((d) => d.workspaceId)}::text[], ${column((d) => d.kind)}::text[], ${column((d) => d.subject)}::text[],
      ${column((d) => d.cycleOn)}::date[], ${column((d) => d.recipient)}::text[],
      ${column((d) => d.dueAt.toISOString())}::timestamptz[], ${column((d) => d.expiresOn ?? null)}::date[]
    ) as due (workspace_id, kind, subject, cycle_on, recipient, due_at, expires_on)
    on conflict (workspace_id, kind, subject, cycle_on, recipient) do nothing`.execute(db)
}
