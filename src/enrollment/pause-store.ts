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

/** Ends a pause. @returns false where they were not resting */
export async function markActive(db: Db, workspaceId: string, programId: number, personId: string): Promise<boolean> {
  const row = await updating(db, workspaceId, programId, personId)
    .set({ state: 'active', paused_until: null })
    .where('state', '=', 'paused')
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whose pause in any program is over on that day or before, by program and person. */
export async function pausesOver(
  db: Db,
  workspaceId: string,
  onOrBefore: string,
): Promise<readonly { readonly programId: number; readonly personId: string; readonly until: string }[]> {
  const rows = await db
    .selectFrom('enrollment')
    .select(['program_id as programId', 'person_id as personId', 'paused_until'])
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'paused')
    .where('paused_until', '<=', onOrBefore)
    .orderBy('program_id')
    .orderBy(sql`person_id collate "C"`)
    .execute()
  return rows.flatMap(({ paused_until: until, ...who }) => (until === null ? [] : [{ ...who, until }]))
}

/** The first day after that one on which a pause ends, with the program it ends in. */
export async function nextPauseEnd(
  db: Db,
  workspaceId: string,
  after: string,
): Promise<{ readonly programId: number; readonly until: string } | undefined> {
  const row = await db
    .selectFrom('enrollment')
    .select(['program_id', 'paused_until'])
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'paused')
    .where('paused_until', '>', after)
    .orderBy('paused_until')
    .limit(1)
    .executeTakeFirst()
  return row?.paused_until ? { programId: row.program_id, until: row.paused_until } : undefined
}
