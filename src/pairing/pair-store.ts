import type { ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../database/deps.ts'
import type { DB } from '../database/schema.ts'
import type { EndCause, Pair } from './pair.ts'

/** The standing pairs of a program, by id. */
export const activePairs = async (db: Db, workspaceId: string, programId: number): Promise<Pair[]> =>
  (await pairsIn(db, workspaceId).where('program_id', '=', programId).where('state', '=', 'active').execute()).map(
    toPair,
  )

/** Every pair a program ever published, ended ones too, by id; each pair of a program is here once. */
export const pairsEver = async (db: Db, workspaceId: string, programId: number): Promise<Pair[]> =>
  (await pairsIn(db, workspaceId).where('program_id', '=', programId).where('state', '<>', 'proposed').execute()).map(
    toPair,
  )

/** That pair, in whatever state; undefined where there is none. */
export async function pairById(db: Db, workspaceId: string, pairId: number): Promise<Pair | undefined> {
  const row = await pairsIn(db, workspaceId).where('pair_id', '=', pairId).executeTakeFirst()
  return row && toPair(row)
}

/** The standing pairs somebody belongs to, over all programs, by id. */
export const activePairsOf = async (db: Db, workspaceId: string, personId: string): Promise<Pair[]> =>
  (
    await pairsIn(db, workspaceId)
      .where('state', '=', 'active')
      .where('pair_id', 'in', (eb) =>
        eb
          .selectFrom('pair_member')
          .select('pair_id')
          .where('workspace_id', '=', workspaceId)
          .where('person_id', '=', personId),
      )
      .execute()
  ).map(toPair)

/**
 * Ends a standing pair.
 * @returns whether it ended now; false where it had ended before (the first cause stays), or never stood
 */
export async function endPair(
  db: Db,
  workspaceId: string,
  pairId: number,
  cause: EndCause,
  now: Date,
): Promise<boolean> {
  const ended = await db
    .updateTable('pair')
    .set({ state: 'ended', ended_at: now, ended_because: cause })
    .where('workspace_id', '=', workspaceId)
    .where('pair_id', '=', pairId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

/** Ends every standing pair of a program at its close. */
export async function closePairs(db: Db, workspaceId: string, programId: number, now: Date): Promise<void> {
  await db
    .updateTable('pair')
    .set({ state: 'ended', ended_at: now, ended_because: 'closed' })
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', '=', 'active')
    .execute()
}

export interface Kickoff {
  readonly kickoffOn: string
  /** null: no program cycle is left for this pair */
  readonly firstCycleOn: string | null
}

/** Sets when these pairs begin, once: a kickoff that stands is left as it is. */
export async function setKickoff(
  db: Db,
  workspaceId: string,
  pairIds: readonly number[],
  kickoff: Kickoff,
): Promise<void> {
  await db
    .updateTable('pair')
    .set({ kickoff_on: kickoff.kickoffOn, first_cycle_on: kickoff.firstCycleOn })
    .where('workspace_id', '=', workspaceId)
    .where('pair_id', 'in', pairIds)
    .where('kickoff_on', 'is', null)
    .execute()
}

const members = (eb: ExpressionBuilder<DB, 'pair'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('pair_member')
      .select(['person_id as personId', 'role'])
      .whereRef('pair_member.workspace_id', '=', 'pair.workspace_id')
      .whereRef('pair_member.pair_id', '=', 'pair.pair_id')
      .orderBy('person_id'),
  ).as('members')

const pairsIn = (db: Db, workspaceId: string) =>
  db
    .selectFrom('pair')
    .select([
      'pair_id',
      'program_id',
      'round_id',
      'state',
      'proposer_id',
      'started_on',
      'kickoff_on',
      'first_cycle_on',
      'ended_at',
    ])
    .select(members)
    .where('workspace_id', '=', workspaceId)
    .orderBy('pair_id')

type PairRow = Awaited<ReturnType<ReturnType<typeof pairsIn>['executeTakeFirstOrThrow']>>

const toPair = (row: PairRow): Pair => ({
  id: row.pair_id,
  programId: row.program_id,
  roundId: row.round_id,
  state: row.state,
  members: row.members,
  proposerId: row.proposer_id,
  startedOn: row.started_on,
  kickoffOn: row.kickoff_on,
  firstCycleOn: row.first_cycle_on,
  endedAt: row.ended_at,
})
