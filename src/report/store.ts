import { sql } from 'kysely'
import { allow } from '../copy/visibility.ts'
import type { Db } from '../database/deps.ts'
import type { Answer } from './answers.ts'
import type { Operational, Release } from './facts.ts'
import type { Figures } from './release.ts'

/** Counts of one program as it stands. `eligible` is not in the database: who may join is a rule. */
export async function operational(
  db: Db,
  workspaceId: string,
  programId: number,
  today: string,
): Promise<Omit<Operational, 'eligible'>> {
  const { rows } = await sql<Omit<Operational, 'eligible'>>`
    with enrolled as (
      select e.person_id, case when g.state <> 'closed' then ${today}::date - e.waiting_since end as days
      from enrollment e join person p using (workspace_id, person_id) join program g using (workspace_id, program_id)
      where e.workspace_id = ${workspaceId} and e.program_id = ${programId} and e.state <> 'left' and p.left_at is null
    ), made as (
      select pair_id, state from pair
      where workspace_id = ${workspaceId} and program_id = ${programId} and state <> 'proposed'
    )
    select (select count(*)::int from enrolled) as joined,
      (select count(*)::int from made where state = 'active') as "pairedNow",
      (select count(*)::int from made) as "pairedEver",
      (select count(distinct person_id)::int from pair_member join made using (pair_id)
        where workspace_id = ${workspaceId} and state = 'active') as "peoplePaired",
      (select count(days)::int from enrolled) as waiting,
      (select percentile_disc(0.5) within group (order by days)::int from enrolled where days is not null) as "medianDays",
      (select max(days)::int from enrolled) as "longestDays"`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('a count of nothing is still a row')
  return row
}

/** Every ask of the program whose cycle began before that day, without words and without names. */
export async function answersBefore(db: Db, workspaceId: string, programId: number, before: string): Promise<Answer[]> {
  allow('totals', 'met', 'worth', 'something_came')
  return db
    .selectFrom('check_in as c')
    .innerJoin('pair as p', (join) =>
      join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.pair_id', '=', 'c.pair_id'),
    )
    .innerJoin('pair_member as m', (join) =>
      join
        .onRef('m.workspace_id', '=', 'c.workspace_id')
        .onRef('m.pair_id', '=', 'c.pair_id')
        .onRef('m.person_id', '=', 'c.person_id'),
    )
    .select([
      'c.pair_id as pairId',
      'c.cycle_on as cycleOn',
      'c.person_id as personId',
      'm.role',
      'c.answered_at as answeredAt',
      'c.has_met as hasMet',
      'c.worth',
      'c.something_came as somethingCame',
    ])
    .where('c.workspace_id', '=', workspaceId)
    .where('p.program_id', '=', programId)
    .where('c.cycle_on', '<', before)
    .orderBy('c.cycle_on')
    .orderBy('c.pair_id')
    .orderBy(sql`c.person_id collate "C"`)
    .execute()
}

/** The last twelve releases, newest last. */
export async function releasesOf(db: Db, workspaceId: string, programId: number): Promise<Release[]> {
  const rows = await db
    .selectFrom('release')
    .select(['cycle_on', 'released_at', 'figures'])
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .orderBy('cycle_on', 'desc')
    .limit(12)
    .execute()
  return rows
    .map((row) => ({ cycleOn: row.cycle_on, releasedAt: row.released_at, figures: row.figures as Figures })) // insertRelease writes Figures there, nothing else does
    .toReversed()
}

/** Keeps what came out, once for each cycle. */
export async function insertRelease(db: Db, workspaceId: string, programId: number, release: Release): Promise<void> {
  await db
    .insertInto('release')
    .values({
      workspace_id: workspaceId,
      program_id: programId,
      cycle_on: release.cycleOn,
      released_at: release.releasedAt,
      figures: JSON.stringify(release.figures),
    })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Days on which a cycle of the program closes: the first day of its first cycle (the kickoff's close), then each cycle's end. */
export async function closesOf(db: Db, workspaceId: string, programId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('cycle')
    .select(['starts_on', 'ends_on'])
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .orderBy('starts_on')
    .execute()
  return [...new Set(rows.flatMap((row) => [row.starts_on, row.ends_on]))].toSorted()
}
