import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { PastPair } from './model.ts'

/**
 * Every two people who were ever paired here and are not any more, over all programs; a trio as its three pairs.
 * `met` is false where nobody ever pressed We met: such a pair counts as never made.
 */
export async function pastPairs(db: Db, workspaceId: string): Promise<PastPair[]> {
  const { rows } = await sql<PastPair>`
    select a.person_id as a, b.person_id as b, pair.started_on as "on",
      exists (select 1 from check_in where check_in.workspace_id = pair.workspace_id
        and check_in.pair_id = pair.pair_id and check_in.has_met) as met
    from pair
      join pair_member a using (workspace_id, pair_id)
      join pair_member b on b.workspace_id = pair.workspace_id and b.pair_id = pair.pair_id
        and a.person_id collate "C" < b.person_id collate "C"
    where pair.workspace_id = ${workspaceId} and pair.state = 'ended'
    order by pair.pair_id, a.person_id collate "C", b.person_id collate "C"`.execute(db)
  return rows
}
