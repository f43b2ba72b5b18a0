import { gunzipSync } from 'node:zlib'
import { type Selectable, sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { DB } from '../database/schema.ts'
import type { KeptStep } from './keep-proof.ts'
import type { LeastChange } from './plan/least-change.ts'
import type { RoundFigures, Unpaired } from './model.ts'
import type { Round } from './round.ts'

const COLUMNS = [
  'round_id',
  'program_id',
  'number',
  'state',
  'seed',
  'held_on',
  'proposed_at',
  'proposed_by',
  'published_at',
  'unpaired',
  'figures',
  'is_small',
  'least_change',
] as const

/** The round that waits for a lead, or undefined. */
export async function proposedRound(db: Db, workspaceId: string, programId: number): Promise<Round | undefined> {
  const row = await db
    .selectFrom('round')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return row && toRound(row)
}

/** When the pairs were proposed that this round, proposed by itself, took the place of; null where it took no place. */
export async function replacedAt(db: Db, workspaceId: string, round: Round): Promise<Date | null> {
  if (round.proposedBy !== null) return null
  const row = await db
    .selectFrom('round')
    .select('proposed_at')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', round.programId)
    .where('number', '=', round.number - 1)
    .where('state', '=', 'discarded')
    .where(sql<boolean>`(figures ->> 'paired')::int > 0`)
    .executeTakeFirst()
  return row?.proposed_at ?? null
}

/** All rounds of the workspace with pairs that wait for a lead, by program: in one without, there is nothing to decide. */
export async function proposedRounds(db: Db, workspaceId: string): Promise<Round[]> {
  const rows = await db
    .selectFrom('round')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'proposed')
    .where(hasPairs)
    .orderBy('program_id')
    .execute()
  return rows.map(toRound)
}

/** Whether pairs of that program wait for a lead. */
export const isRoundWaiting = async (db: Db, workspaceId: string, programId: number): Promise<boolean> =>
  (await db
    .selectFrom('round')
    .select('round_id')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', '=', 'proposed')
    .where(hasPairs)
    .executeTakeFirst()) !== undefined

const hasPairs = sql<boolean>`exists (select 1 from pair where pair.workspace_id = round.workspace_id
  and pair.round_id = round.round_id and pair.state = 'proposed')`

export async function findRound(db: Db, workspaceId: string, roundId: number): Promise<Round | undefined> {
  const row = await db
    .selectFrom('round')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('round_id', '=', roundId)
    .executeTakeFirst()
  return row && toRound(row)
}

const toRound = (row: Pick<Selectable<DB['round']>, (typeof COLUMNS)[number]>): Round => ({
  id: row.round_id,
  programId: row.program_id,
  number: row.number,
  state: row.state,
  seed: row.seed,
  heldOn: row.held_on,
  proposedAt: row.proposed_at,
  proposedBy: row.proposed_by,
  publishedAt: row.published_at,
  unpaired: row.unpaired as Unpaired[], // insertRound and setUnpaired write these, nothing else does
  ...toFigures(row.figures),
  isSmall: row.is_small,
  leastChange: row.least_change as LeastChange | null, // insertRound writes it, nothing else does
})

/** insertRound writes the figures, setFigures those and what was changed at publishing; nothing else does. */
function toFigures(stored: unknown): Pick<Round, 'figures' | 'dropped' | 'undone' | 'proposedTotal'> {
  const { dropped = 0, undone = [], proposedTotal = null, ...figures } = stored as RoundFigures & Partial<Round>
  return { figures, dropped, undone, proposedTotal }
}

/** The steps of a round with their certificates, as they were kept; none where nothing was solved. */
export async function proofOf(db: Db, workspaceId: string, roundId: number): Promise<readonly KeptStep[]> {
  const row = await db
    .selectFrom('round')
    .select('proof')
    .where('workspace_id', '=', workspaceId)
    .where('round_id', '=', roundId)
    .executeTakeFirst()
  return row?.proof ? (JSON.parse(gunzipSync(row.proof).toString('utf8')) as KeptStep[]) : [] // insertRound writes these, nothing else does
}
