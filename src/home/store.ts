import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import { isIntroduced } from '../pairing/introduced-store.ts'

export interface PastPair {
  readonly programId: number
  readonly program: string
  /** full names, by id */
  readonly partners: readonly string[]
  readonly from: string
  readonly endedAt: Date
  readonly tz: string
}

/** Somebody's ended pairs, the latest first; never why one ended, and none that ended before its people read of each other. */
export async function pastPairs(db: Db, workspaceId: string, personId: string, most: number): Promise<PastPair[]> {
  const rows = await db
    .selectFrom('pair')
    .innerJoin('program', (join) =>
      join.onRef('program.workspace_id', '=', 'pair.workspace_id').onRef('program.program_id', '=', 'pair.program_id'),
    )
    .select([
      'program.program_id as programId',
      'program.name as program',
      'program.tz',
      'pair.started_on',
      'pair.ended_at',
      sql<string[]>`array(select p.name from pair_member m join person p using (workspace_id, person_id)
        where m.workspace_id = pair.workspace_id and m.pair_id = pair.pair_id and m.person_id <> ${personId}
        order by m.person_id collate "C")`.as('partners'),
    ])
    .where('pair.workspace_id', '=', workspaceId)
    .where('pair.state', '=', 'ended')
    .where(isIntroduced)
    .where('pair.pair_id', 'in', (eb) =>
      eb
        .selectFrom('pair_member')
        .select('pair_id')
        .where('workspace_id', '=', workspaceId)
        .where('person_id', '=', personId),
    )
    .orderBy('pair.ended_at', 'desc')
    .orderBy('pair.pair_id', 'desc')
    .limit(most)
    .execute()
  return rows.flatMap(({ started_on: from, ended_at: endedAt, ...row }) =>
    from === null || endedAt === null ? [] : [{ ...row, from, endedAt }],
  )
}

export interface Counts {
  readonly joined: number
  readonly pairs: number
  readonly waiting: number
  readonly proposedRound: number | null
}

/** How many are in a program, paired and waiting: numbers anybody could count by eye. */
export async function programCounts(db: Db, workspaceId: string, programId: number): Promise<Counts> {
  const here = sql`workspace_id = ${workspaceId} and program_id = ${programId}`
  const row = await db
    .selectNoFrom([
      sql<number>`(select count(*)::integer from enrollment where ${here} and state <> 'left')`.as('joined'),
      sql<number>`(select count(*)::integer from pair where ${here} and state = 'active')`.as('pairs'),
      sql<number>`(select count(*)::integer from enrollment e join person p using (workspace_id, person_id)
        where ${here} and e.state = 'active' and p.left_at is null and not exists (select 1 from pair_member m
          join pair using (workspace_id, pair_id) where pair.state = 'active' and pair.program_id = e.program_id
          and m.workspace_id = e.workspace_id and m.person_id = e.person_id))`.as('waiting'),
      sql<number | null>`(select round_id from round where ${here} and state = 'proposed'
        and exists (select 1 from pair where pair.workspace_id = round.workspace_id
          and pair.round_id = round.round_id and pair.state = 'proposed'))`.as('proposedRound'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

/** Whether a list of people was ever imported. */
export async function hasImportedPeople(db: Db, workspaceId: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('imported_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
