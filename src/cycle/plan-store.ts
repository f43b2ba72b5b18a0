import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { DB } from '../database/schema.ts'
import type { ProgramState } from '../program/program.ts'
import type { ProgramCycle } from './cadence.ts'
import { cycles } from './scene-parts-store.ts'

/** A program as its planner sees it. */
export interface LiveProgram {
  readonly id: number
  readonly state: ProgramState
  readonly tz: string
  readonly firstOn: string
  readonly endsOn: string | null
  readonly cadence: number
  readonly holidays: readonly string[]
  readonly cycles: readonly ProgramCycle[]
  /** whether any pair stands */
  readonly hasPairs: boolean
  /** whether any of them has no kickoff yet */
  readonly hasNewPairs: boolean
  /** when the first pair without a kickoff was introduced or is to be; null where there is none */
  readonly introducedAt: Date | null
}

/** Programs that are open or running, and closed ones whose pairs still stand; by id. */
export async function livePrograms(db: Db, workspaceId: string): Promise<LiveProgram[]> {
  return db
    .selectFrom('program')
    .where('program.workspace_id', '=', workspaceId)
    .where('program.state', '<>', 'draft')
    .where((eb) => eb.or([eb('program.state', '<>', 'closed'), aPairStands]))
    .orderBy('program.program_id')
    .select([
      'program.program_id as id',
      'program.state',
      'program.tz',
      'program.first_on as firstOn',
      'program.ends_on as endsOn',
      'program.cadence',
      'program.holidays',
      aPairStands.as('hasPairs'),
      aPairIsNew.as('hasNewPairs'),
      introducedAt.as('introducedAt'),
    ])
    .select(cycles)
    .execute()
}

const aPairStands = sql<boolean>`exists (select 1 from pair where pair.workspace_id = program.workspace_id
  and pair.program_id = program.program_id and pair.state = 'active')`

const aPairIsNew = sql<boolean>`exists (select 1 from pair where pair.workspace_id = program.workspace_id
  and pair.program_id = program.program_id and pair.state = 'active' and pair.kickoff_on is null)`

const introducedAt = sql<Date | null>`(select min(coalesce(delivery.sent_at, delivery.due_at))
  from pair join delivery on delivery.workspace_id = pair.workspace_id and delivery.kind = 'introduction'
    and delivery.subject = pair.pair_id::text
  where pair.workspace_id = program.workspace_id and pair.program_id = program.program_id
    and pair.state = 'active' and pair.kickoff_on is null)`

export interface NewPair {
  readonly pairId: number
  readonly startedOn: string
  /** null: not even due yet */
  readonly introduction: 'waits' | 'over' | null
  readonly sentAt: Date | null
}

/**
 * Standing pairs that have no kickoff yet, and how far their introduction is. One that failed or whose fate is not
 * known counts as over: the kickoff names the partner too, so nobody is left in the dark.
 */
export async function newPairs(db: Db, workspaceId: string, programId: number): Promise<NewPair[]> {
  const rows = await db
    .selectFrom('pair')
    .leftJoin('delivery', (join) =>
      join
        .onRef('delivery.workspace_id', '=', 'pair.workspace_id')
        .on('delivery.kind', '=', 'introduction')
        .on(sql<SqlBool>`delivery.subject = pair.pair_id::text`),
    )
    .where('pair.workspace_id', '=', workspaceId)
    .where('pair.program_id', '=', programId)
    .where('pair.state', '=', 'active')
    .where('pair.kickoff_on', 'is', null)
    .orderBy('pair.pair_id')
    .select(['pair.pair_id', 'pair.started_on', 'delivery.state', 'delivery.sent_at'])
    .execute()
  return rows.map((row) => ({
    pairId: row.pair_id,
    startedOn: row.started_on ?? '', // a standing pair has its day: a constraint of the table
    introduction: row.state === null ? null : row.state === 'due' || row.state === 'sending' ? 'waits' : 'over',
    sentAt: row.sent_at,
  }))
}

/** Standing pairs whose prompts of that cycle are not planned yet. */
export async function pairsWithoutPrompt(
  db: Db,
  workspaceId: string,
  programId: number,
  cycleOn: string,
): Promise<number[]> {
  const rows = await db
    .selectFrom('pair')
    .select('pair_id')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', '=', 'active')
    .where('first_cycle_on', '<=', cycleOn)
    .where((eb) => eb.not(eb.exists(promptOf(eb, cycleOn))))
    .orderBy('pair_id')
    .execute()
  return rows.map((row) => row.pair_id)
}

const promptOf = (eb: ExpressionBuilder<DB, 'pair'>, cycleOn: string): Expression<unknown> =>
  eb
    .selectFrom('delivery')
    .select(sql`1`.as('one'))
    .whereRef('delivery.workspace_id', '=', 'pair.workspace_id')
    .where('delivery.kind', '=', 'prompt')
    .where(sql<SqlBool>`delivery.subject = pair.pair_id::text`)
    .where('delivery.cycle_on', '=', cycleOn)
