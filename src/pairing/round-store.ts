import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { KeptStep } from './keep-proof.ts'
import type { LeastChange } from './plan/least-change.ts'
import type { RoundPlan, Unpaired } from './model.ts'
import type { Round } from './round.ts'
import { insertPairs } from './round-pair-store.ts'

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

/** Takes back what was proposed and not published. @param kept pairs that are for the next proposal */
export async function discardProposed(
  db: Db,
  workspaceId: string,
  programId: number,
  kept: readonly number[] = [],
): Promise<void> {
  await db
    .deleteFrom('pair')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', '=', 'proposed')
    .where(sql<boolean>`pair_id <> all(${[...kept]}::integer[])`)
    .execute()
  await db
    .updateTable('round')
    .set({ state: 'discarded', proof: null })
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
  readonly plan: Pick<RoundPlan, 'pairs' | 'unpaired' | 'figures' | 'seed'>
  readonly leastChange: LeastChange | null
  /** null: nothing was solved */
  readonly proof: readonly KeptStep[] | null
  readonly isSmall: boolean
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
      least_change: round.leastChange && JSON.stringify(round.leastChange),
      proof: round.proof && gzipSync(JSON.stringify(round.proof)),
      is_small: round.isSmall,
    })
    .returning('round_id')
    .executeTakeFirstOrThrow()
  await insertPairs(db, workspaceId, round.programId, round_id, round.plan.pairs)
  return round_id
}

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

/** The figures of a round as it was published, where it was not published as it was proposed. */
export async function setFigures(
  db: Db,
  workspaceId: string,
  roundId: number,
  { figures, ...changed }: Pick<Round, 'figures' | 'dropped' | 'undone' | 'proposedTotal'>,
): Promise<void> {
  await db
    .updateTable('round')
    .set({ figures: JSON.stringify({ ...figures, ...changed }) })
    .where('workspace_id', '=', workspaceId)
    .where('round_id', '=', roundId)
    .execute()
}

/** Who is left over may change until the last moment; then the least change that was reckoned is not theirs any more. */
export async function setUnpaired(
  db: Db,
  workspaceId: string,
  roundId: number,
  unpaired: readonly Unpaired[],
): Promise<void> {
  await db
    .updateTable('round')
    .set({
      unpaired: JSON.stringify(unpaired),
      least_change: sql`case when unpaired = ${JSON.stringify(unpaired)}::jsonb then least_change end`,
    })
    .where('workspace_id', '=', workspaceId)
    .where('round_id', '=', roundId)
    .execute()
}

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
