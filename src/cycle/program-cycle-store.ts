import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { ProgramCycle } from './cadence.ts'

/** Writes the cycles of a program, once: of two planners at the same time one does. */
export async function writeCycles(
  db: Db,
  workspaceId: string,
  programId: number,
  planned: readonly ProgramCycle[],
): Promise<void> {
  await db
    .insertInto('cycle')
    .values(
      planned.map((cycle) => ({
        workspace_id: workspaceId,
        program_id: programId,
        starts_on: cycle.startsOn,
        ends_on: cycle.endsOn,
        number: cycle.number,
        topic_key: cycle.topicKey,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** From its first pair on a program runs, to the end of its last cycle. */
export async function markRunning(db: Db, workspaceId: string, programId: number, endsOn: string): Promise<void> {
  await db
    .updateTable('program')
    .set({ state: 'running', ends_on: endsOn })
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', 'in', ['open', 'running'])
    .execute()
}

/** @returns false where it was closed before */
export async function markClosed(db: Db, workspaceId: string, programId: number, now: Date): Promise<boolean> {
  const closed = await db
    .updateTable('program')
    .set({ state: 'closed', closed_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', 'in', ['open', 'running'])
    .executeTakeFirst()
  return closed.numUpdatedRows > 0n
}

/** Everybody in the program at its close: who has a partner and who waits, who rests too. */
export async function participants(db: Db, workspaceId: string, programId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('enrollment')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', '<>', 'left')
    .orderBy(sql`person_id collate "C"`)
    .execute()
  return rows.map((row) => row.person_id)
}
