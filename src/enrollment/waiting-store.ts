import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'

export interface Waiting {
  readonly personId: string
  readonly roundsWaited: number
  /** YYYY-MM-DD */
  readonly since: string
}

/** Who waits for a partner in that program, in the order in which they come: rounds waited, then days, then joining. */
export async function waitingList(db: Db, workspaceId: string, programId: number): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('enrollment')
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'enrollment.workspace_id')
        .onRef('person.person_id', '=', 'enrollment.person_id'),
    )
    .select(['enrollment.person_id', 'enrollment.rounds_waited', 'enrollment.waiting_since'])
    .where('enrollment.workspace_id', '=', workspaceId)
    .where('enrollment.program_id', '=', programId)
    .where('enrollment.state', '=', 'active')
    .where('enrollment.waiting_since', 'is not', null)
    .where('person.left_at', 'is', null)
    .orderBy('enrollment.rounds_waited', 'desc')
    .orderBy('enrollment.waiting_since')
    .orderBy('enrollment.joined_at')
    .orderBy(sql`enrollment.person_id collate "C"`)
    .execute()
  return rows.flatMap((row) =>
    row.waiting_since === null
      ? []
      : [{ personId: row.person_id, roundsWaited: row.rounds_waited, since: row.waiting_since }],
  )
}

/** A round was published without them: one more round waited, and the days count on from where they began. */
export async function countRoundWaited(
  db: Db,
  workspaceId: string,
  programId: number,
  personIds: readonly string[],
  on: string,
): Promise<void> {
  await those(db, workspaceId, programId, personIds)
    .set({
      rounds_waited: sql`rounds_waited + 1`,
      waiting_since: sql`coalesce(waiting_since, ${on}::date)`,
    })
    .execute()
}

/** They have a partner: nothing is waited any more. */
export async function endWaiting(
  db: Db,
  workspaceId: string,
  programId: number,
  personIds: readonly string[],
): Promise<void> {
  await those(db, workspaceId, programId, personIds).set({ rounds_waited: 0, waiting_since: null }).execute()
}

/** They have lost a partner, or are back: waiting begins on that day of the program, unless it began before. */
export async function beginWaiting(
  db: Db,
  workspaceId: string,
  programId: number,
  personIds: readonly string[],
  on: string,
): Promise<void> {
  await those(db, workspaceId, programId, personIds)
    .set({ waiting_since: sql`coalesce(waiting_since, ${on}::date)` })
    .execute()
}

/** Those of them who are in and not resting. */
const those = (db: Db, workspaceId: string, programId: number, personIds: readonly string[]) =>
  db
    .updateTable('enrollment')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', '=', 'active')
    .where(sql<boolean>`person_id = any(${[...personIds]}::text[])`)
