import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'

/** When the introductions of these pairs arrived, by pair; those that are not out, failed or are in doubt are left out. */
export async function introductionsSent(
  db: Db,
  workspaceId: string,
  pairIds: readonly number[],
): Promise<ReadonlyMap<number, Date>> {
  if (pairIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('delivery')
    .select(['subject', 'sent_at'])
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'introduction')
    .where('state', '=', 'sent')
    .where(sql<boolean>`subject = any(${pairIds.map(String)}::text[])`)
    .execute()
  return new Map(rows.flatMap((row) => (row.sent_at === null ? [] : [[Number(row.subject), row.sent_at]])))
}
