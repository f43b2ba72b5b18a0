import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { Due } from '../delivery/delivery.ts'

/** Moves what is planned and not yet on its way to a new instant and last day; what is sent stays sent. */
export async function moveDues(db: Db, dues: readonly Due[]): Promise<void> {
  const [first] = dues
  if (!first) return
  await sql`
    update delivery set due_at = moved.due_at, expires_on = moved.expires_on
    from unnest(
      ${dues.map((d) => d.kind)}::text[], ${dues.map((d) => d.subject)}::text[], ${dues.map((d) => d.cycleOn)}::date[],
      ${dues.map((d) => d.recipient)}::text[], ${dues.map((d) => d.dueAt.toISOString())}::timestamptz[],
      ${dues.map((d) => d.expiresOn ?? null)}::date[]
    ) as moved (kind, subject, cycle_on, recipient, due_at, expires_on)
    where delivery.workspace_id = ${first.workspaceId} and delivery.state = 'due'
      and delivery.kind = any(${dues.map((d) => d.kind)}::text[])
      and delivery.subject = any(${dues.map((d) => d.subject)}::text[])
      and delivery.kind = moved.kind and delivery.subject = moved.subject
      and delivery.cycle_on = moved.cycle_on and delivery.recipient = moved.recipient`.execute(db)
}
