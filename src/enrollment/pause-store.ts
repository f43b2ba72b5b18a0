import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import { updating } from './store.ts'

/** Rests until that day. @returns false where they were not in */
export async function markPaused(
  db: Db,
  workspaceId: string,
  programId: number,
  personId: string,
  until: string,
): Promise<boolean> {
  const row = await updating(db, workspaceId, programId, personId)
    .set({ state: 'paused', paused_until: until, waiting_since: null })
    .where('state', '<>', 'left')
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends a break. @returns false where they were not resting */
export async function markActive(db: Db, workspaceId: string, programId: number, personId: string): Promise<boolean> {
  const row = await updating(db, workspaceId, programId, personId)
    .set({ state: 'active', paused_until: null })
    .where('state', '=', 'paused')
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Who rests in any program, and until which day; the first to return first. */
export async function allPauses(
  db: Db,
  workspaceId: string,
): Promise<readonly { readonly programId: number; readonly personId: string; readonly until: string }[]> {
  const rows = await db
    .selectFrom('enrollment')
    .select(['program_id as programId', 'person_id as personId', 'paused_until'])
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'paused')
    .orderBy('paused_until')
    .orderBy('program_id')
    .orderBy(sql`person_id collate "C"`)
    .execute()
  return rows.flatMap(({ paused_until: until, ...who }) => (until === null ? [] : [{ ...who, until }]))
}
