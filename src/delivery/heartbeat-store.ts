import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { Method } from './limiter.ts'

/** What a loop last did, or what holds it up. */
export interface Heartbeat {
  readonly name: string
  readonly at: Date
  readonly note: string | null
}

/** Nothing is called by that method before an instant; kept so that a restart does not forget it. */
export const pauseName = (method: Method): string => `pause:${method}`

/** Leaves word for `health`, one line a name. */
export async function beat(db: Db, workspaceId: string, { name, at, note }: Heartbeat): Promise<void> {
  await sql`
    insert into heartbeat (workspace_id, name, at, note) values (${workspaceId}, ${name}, ${at}, ${note})
    on conflict (workspace_id, name) do update set at = excluded.at, note = excluded.note`.execute(db)
}

/** All that was left, by name. */
export async function heartbeats(db: Db, workspaceId: string): Promise<ReadonlyMap<string, Heartbeat>> {
  const rows = await db
    .selectFrom('heartbeat')
    .select(['name', 'at', 'note'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  return new Map(rows.map((row) => [row.name, row]))
}
