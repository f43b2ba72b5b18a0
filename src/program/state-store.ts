import type { Db } from '../database/deps.ts'
import type { Program } from './program.ts'
import { toProgram } from './store.ts'

/** A draft becomes open. @returns undefined where it was a draft no more */
export async function markOpen(
  db: Db,
  workspaceId: string,
  programId: number,
  now: Date,
): Promise<Program | undefined> {
  const row = await db
    .updateTable('program')
    .set({ state: 'open', opened_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', '=', 'draft')
    .returningAll()
    .executeTakeFirst()
  return row && toProgram(row)
}

/** An open program ends. */
export async function markClosed(db: Db, workspaceId: string, programId: number, now: Date): Promise<void> {
  await db
    .updateTable('program')
    .set({ state: 'closed', closed_at: now, next_round_on: null })
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', 'in', ['open', 'running'])
    .execute()
}

/** Who joined a program in which no pair stands; nobody where one does. */
export async function waitingAlone(db: Db, workspaceId: string, programId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('enrollment')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', '<>', 'left')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('pair')
            .select('pair_id')
            .where('pair.workspace_id', '=', workspaceId)
            .where('pair.program_id', '=', programId)
            .where('pair.state', '=', 'active'),
        ),
      ),
    )
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}
