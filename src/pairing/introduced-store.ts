import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'

/**
 * Of a row of `pair`: whether its people have read of each other, by the introduction or, where that failed, by the
 * kickoff. An introduction of which Slack has not said whether it arrived counts: it may have.
 */
export const isIntroduced = sql<boolean>`(pair.kickoff_on is not null or exists (select 1 from delivery
  where delivery.workspace_id = pair.workspace_id and delivery.kind = 'introduction'
    and delivery.subject = pair.pair_id::text and delivery.state in ('sending', 'sent', 'in_doubt')))`

/** Those of these pairs whose people have read of each other. */
export async function introducedAmong(
  db: Db,
  workspaceId: string,
  pairIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('pair')
    .select('pair_id')
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`pair_id = any(${[...pairIds]}::integer[])`)
    .where(isIntroduced)
    .execute()
  return new Set(rows.map((row) => row.pair_id))
}
