import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'

/** Whom that person would rather not be paired with, as they last said; by id. Read for that person alone. */
export async function privateList(db: Db, workspaceId: string, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('exclusion')
    .select('other_id')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('cause', '=', 'private')
    .orderBy(sql`other_id collate "C"`)
    .execute()
  return rows.map((row) => row.other_id)
}

/** Takes off the private list whoever is not named any more. Bans that a rematch left are never touched. */
export async function dropFromList(
  db: Db,
  workspaceId: string,
  personId: string,
  kept: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('exclusion')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('cause', '=', 'private')
    .where(sql<boolean>`other_id <> all(${[...kept]}::text[])`)
    .execute()
}

/** Puts people on the private list; who is on it stays, and nobody can be kept apart from themselves. */
export async function addToList(
  db: Db,
  workspaceId: string,
  personId: string,
  others: readonly string[],
  now: Date,
): Promise<void> {
  const rows = others
    .filter((other) => other !== personId)
    .map((other) => ({
      workspace_id: workspaceId,
      person_id: personId,
      other_id: other,
      cause: 'private' as const,
      added_at: now,
    }))
  if (rows.length === 0) return
  await db
    .insertInto('exclusion')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Every two people whom a private list of either side, or a rematch, keeps apart, in pairs, trios and single talks.
 * The one check: whoever brings people together asks this. Nothing of it may be shown to anybody.
 */
export async function neverPairs(db: Db, workspaceId: string): Promise<readonly (readonly [string, string])[]> {
  const rows = await db
    .selectFrom('exclusion')
    .select([
      sql<string>`least(person_id collate "C", other_id collate "C")`.as('a'),
      sql<string>`greatest(person_id collate "C", other_id collate "C")`.as('b'),
    ])
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .orderBy('a')
    .orderBy('b')
    .execute()
  return rows.map(({ a, b }) => [a, b])
}
