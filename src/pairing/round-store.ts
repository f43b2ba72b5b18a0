import { type Selectable, sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { DB } from '../database/schema.ts'
import type { PairMember, PairReason, PlannedPair, RoundFigures, RoundPlan, Unpaired } from './model.ts'
import type { Round, RoundPair } from './round.ts'

/** The round that waits for a lead, or undefined. */
export async function proposedRound(db: Db, workspaceId: string, programId: number): Promise<Round | undefined> {
  const row = await db
    .selectFrom('round')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return row && toRound(row)
}

export async function findRound(db: Db, workspaceId: string, roundId: number): Promise<Round | undefined> {
  const row = await db
    .selectFrom('round')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('round_id', '=', roundId)
    .executeTakeFirst()
  return row && toRound(row)
}

/** How many rounds the program has had, discarded ones too. */
export async function lastRoundNumber(db: Db, workspaceId: string, programId: number): Promise<number> {
  const row = await db
    .selectFrom('round')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .executeTakeFirst()
  return row?.last ?? 0
}

/** Takes back what was proposed and not published, pairs and all. */
export async function discardProposed(db: Db, workspaceId: string, programId: number): Promise<void> {
  await db
    .deleteFrom('pair')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', '=', 'proposed')
    .execute()
  await db
    .updateTable('round')
    .set({ state: 'discarded' })
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', '=', 'proposed')
    .execute()
}

export interface NewRound {
  readonly programId: number
  readonly number: number
  readonly heldOn: string
  /** null: by itself, on its day */
  readonly proposedBy: string | null
  readonly plan: RoundPlan
}

/** Keeps a plan as a proposed round. @returns its id */
export async function insertRound(db: Db, workspaceId: string, round: NewRound, now: Date): Promise<number> {
  const { round_id } = await db
    .insertInto('round')
    .values({
      workspace_id: workspaceId,
      program_id: round.programId,
      number: round.number,
      state: 'proposed',
      seed: round.plan.seed,
      held_on: round.heldOn,
      proposed_at: now,
      proposed_by: round.proposedBy,
      unpaired: JSON.stringify(round.plan.unpaired),
      figures: JSON.stringify(round.plan.figures),
    })
    .returning('round_id')
    .executeTakeFirstOrThrow()
  await insertPairs(db, workspaceId, round.programId, round_id, round.plan.pairs)
  return round_id
}

/** Rows a statement takes: PostgreSQL allows 65,535 parameters in one. */
const BATCH = 1_000

async function insertPairs(
  db: Db,
  workspaceId: string,
  programId: number,
  roundId: number,
  pairs: readonly PlannedPair[],
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
export async function pairsOfRound(db: Db, workspaceId: string, roundId: number): Promise<RoundPair[]> {
  const rows = await db
    .selectFrom('pair')
    .innerJoin('pair_member', (join) =>
      join
        .onRef('pair_member.workspace_id', '=', 'pair.workspace_id')
        .onRef('pair_member.pair_id', '=', 'pair.pair_id'),
    )
    .select(['pair.pair_id', 'pair.score', 'pair.reason', 'pair_member.person_id', 'pair_member.role'])
    .where('pair.workspace_id', '=', workspaceId)
    .where('pair.round_id', '=', roundId)
    .orderBy('pair.pair_id')
    .execute()
  const byPair = Map.groupBy(rows, (row) => row.pair_id)
  return [...byPair].map(([id, members]) => ({
    id,
    score: members[0]?.score ?? 0,
    reasons: (members[0]?.reason ?? []) as [PairReason, ...PairReason[]], // insertPairs writes PlannedPair.reasons there, nothing else does
    members: members.map((m): PairMember => ({ id: m.person_id, role: m.role })).toSorted(guideFirst),
  }))
}

const ORDER = { guide: 0, both: 1, learner: 2 } as const
const guideFirst = (a: PairMember, b: PairMember) => ORDER[a.role] - ORDER[b.role] || (a.id < b.id ? -1 : 1)

/**
 * Turns a proposed round into a published one.
 * @returns false when it was not proposed any more: somebody else was first
 */
export async function markPublished(
  db: Db,
  workspaceId: string,
  roundId: number,
  by: string,
  now: Date,
): Promise<boolean> {
  const row = await db
    .updateTable('round')
    .set({ state: 'published', published_at: now, published_by: by })
    .where('workspace_id', '=', workspaceId)
    .where('round_id', '=', roundId)
    .where('state', '=', 'proposed')
    .returning('round_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Who is left over may change at the last moment. */
export async function setUnpaired(
  db: Db,
  workspaceId: string,
  roundId: number,
  unpaired: readonly Unpaired[],
): Promise<void> {
  await db
    .updateTable('round')
    .set({ unpaired: JSON.stringify(unpaired) })
    .where('workspace_id', '=', workspaceId)
    .where('round_id', '=', roundId)
    .execute()
}

const toRound = (row: Selectable<DB['round']>): Round => ({
  id: row.round_id,
  programId: row.program_id,
  number: row.number,
  state: row.state,
  seed: row.seed,
  heldOn: row.held_on,
  proposedAt: row.proposed_at,
  publishedAt: row.published_at,
  unpaired: row.unpaired as Unpaired[], // insertRound and setUnpaired write these, nothing else does
  figures: row.figures as RoundFigures, // insertRound writes it, nothing else does
})

/** Rounds of one program are proposed and published one after another. */
export async function lockRounds(db: Db, workspaceId: string, programId: number): Promise<void> {
  await db
    .selectFrom('program')
    .select('program_id')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .forUpdate()
    .execute()
}

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

/** When pairs are made next; the program runs from its first published round on. */
export async function setNextRound(db: Db, workspaceId: string, programId: number, on: string | null): Promise<void> {
  await db
    .updateTable('program')
    .set({ next_round_on: on, state: 'running' })
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', 'in', ['open', 'running'])
    .execute()
}
