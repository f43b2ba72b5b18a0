import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'

export interface ClosedPair {
  readonly pairId: number
  /** cycles of which this person said that they met */
  readonly metOn: readonly string[]
}

/** The pairs of somebody that ran to a program's close, with their own "We met". */
export async function closedPairsOf(
  db: Db,
  workspaceId: string,
  programId: number,
  personId: string,
): Promise<ClosedPair[]> {
  const { rows } = await sql<{ pairId: number; metOn: string[] }>`
    select pair.pair_id as "pairId",
      array(select check_in.cycle_on::text from check_in
        where check_in.workspace_id = pair.workspace_id and check_in.pair_id = pair.pair_id
          and check_in.person_id = ${personId} and check_in.has_met
        order by check_in.cycle_on) as "metOn"
    from pair join pair_member using (workspace_id, pair_id)
    where pair.workspace_id = ${workspaceId} and pair.program_id = ${programId}
      and pair_member.person_id = ${personId} and pair.ended_because = 'closed'
    order by pair.pair_id`.execute(db)
  return rows
}
