import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { PairMember, PairReason, PlannedPair } from './model.ts'
import type { RoundPair } from './round.ts'

/** Rows a statement takes: PostgreSQL allows 65,535 parameters in one. */
const BATCH = 1_000

/** Writes planned pairs into a round, in their order. @param isLocked whether they stay when the rest is paired anew */
export async function insertPairs(
  db: Db,
  workspaceId: string,
  programId: number,
  roundId: number,
  pairs: readonly PlannedPair[],
  isLocked = false,
): Promise<void> {
  for (let from = 0; from < pairs.length; from += BATCH) {
    const batch = pairs.slice(from, from + BATCH)
    const ids = await db
      .insertInto('pair')
      .values(
        batch.map((pair) => ({
          workspace_id: workspaceId,
          program_id: programId,
          round_id: roundId,
          state: 'proposed' as const,
          score: pair.score,
          reason: JSON.stringify(pair.reasons),
          is_locked: isLocked,
        })),
      )
      .returning('pair_id')
      .execute()
    const inOrder = ids.map((row) => row.pair_id).toSorted((a, b) => a - b)
    await db
      .insertInto('pair_member')
      .values(
        batch.flatMap((pair, i) =>
          pair.members.map((m) => ({
            workspace_id: workspaceId,
            pair_id: inOrder[i] ?? 0,
            person_id: m.id,
            role: m.role,
          })),
        ),
      )
      .execute()
  }
}

/** The pairs of a round, by id: the order in which the plan made them. */
export const pairsOfRound = async (db: Db, workspaceId: string, roundId: number): Promise<RoundPair[]> =>
  gathered(await rowsOf(db, workspaceId).where('pair.round_id', '=', roundId).execute())

/** The standing pairs of a program as their rounds made them, by id. */
export const standingPairs = async (db: Db, workspaceId: string, programId: number) =>
  gathered(
    await rowsOf(db, workspaceId).where('pair.program_id', '=', programId).where('pair.state', '=', 'active').execute(),
  )

const rowsOf = (db: Db, workspaceId: string) =>
  db
    .selectFrom('pair')
    .innerJoin('pair_member', (join) =>
      join
        .onRef('pair_member.workspace_id', '=', 'pair.workspace_id')
        .onRef('pair_member.pair_id', '=', 'pair.pair_id'),
    )
    .select(['pair.pair_id', 'pair.score', 'pair.reason', 'pair.is_locked', 'pair.started_on'])
    .select(['pair_member.person_id', 'pair_member.role'])
    .where('pair.workspace_id', '=', workspaceId)
    .orderBy('pair.pair_id')

type PairRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

function gathered(rows: readonly PairRow[]): (RoundPair & { readonly since: string | null })[] {
  return [...Map.groupBy(rows, (row) => row.pair_id)].map(([id, members]) => ({
    id,
    since: members[0]?.started_on ?? null,
    isLocked: members[0]?.is_locked ?? false,
    score: members[0]?.score ?? 0,
    reasons: (members[0]?.reason ?? []) as [PairReason, ...PairReason[]], // insertPairs writes PlannedPair.reasons there, nothing else does
    members: members.map((m): PairMember => ({ id: m.person_id, role: m.role })).toSorted(guideFirst),
  }))
}

const ORDER = { guide: 0, both: 1, learner: 2 } as const
const guideFirst = (a: PairMember, b: PairMember) => ORDER[a.role] - ORDER[b.role] || (a.id < b.id ? -1 : 1)

/** Pairs that did not hold at publishing are gone before anybody heard of them. */
export async function dropPairs(db: Db, workspaceId: string, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .deleteFrom('pair')
    .where('workspace_id', '=', workspaceId)
    .where('pair_id', 'in', ids)
    .where('state', '=', 'proposed')
    .execute()
}

/** Proposed pairs begin to stand, on that day of the program. */
export async function startPairs(
  db: Db,
  workspaceId: string,
  pairs: readonly { readonly id: number; readonly proposerId: string }[],
  on: string,
): Promise<void> {
  await sql`
    update pair set state = 'active', started_on = ${on}::date, proposer_id = starting.proposer_id
    from unnest(${pairs.map((p) => p.id)}::integer[], ${pairs.map((p) => p.proposerId)}::text[]) as starting (pair_id, proposer_id)
    where pair.workspace_id = ${workspaceId} and pair.pair_id = starting.pair_id and pair.state = 'proposed'`.execute(
    db,
  )
}

/** Pairs kept from an earlier proposal belong to this one from now on. */
export async function adoptPairs(db: Db, workspaceId: string, programId: number, roundId: number): Promise<void> {
  await db
    .updateTable('pair')
    .set({ round_id: roundId })
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', '=', 'proposed')
    .execute()
}

/** @returns false where that pair is not proposed any more */
export async function setLocked(db: Db, workspaceId: string, pairId: number, isLocked: boolean): Promise<boolean> {
  const row = await db
    .updateTable('pair')
    .set({ is_locked: isLocked })
    .where('workspace_id', '=', workspaceId)
    .where('pair_id', '=', pairId)
    .where('state', '=', 'proposed')
    .returning('pair_id')
    .executeTakeFirst()
  return row !== undefined
}
