import type { Selectable } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { DB } from '../database/schema.ts'
import type { Enrollment } from './enrollment.ts'

/** Somebody's part in that program, whatever its state; undefined where they never joined. */
export async function findEnrollment(
  db: Db,
  workspaceId: string,
  programId: number,
  personId: string,
): Promise<Enrollment | undefined> {
  const row = await db
    .selectFrom('enrollment')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && toEnrollment(row)
}

/** Every part somebody has or had in a program, the oldest program first. */
export async function enrollmentsOf(db: Db, workspaceId: string, personId: string): Promise<Enrollment[]> {
  const rows = await db
    .selectFrom('enrollment')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .orderBy('program_id')
    .execute()
  return rows.map(toEnrollment)
}

export interface NewEnrollment extends Pick<Enrollment, 'programId' | 'personId' | 'role' | 'capacity'> {
  readonly attribute: Buffer | null
  /** the program's own day of joining, from which waiting counts */
  readonly waitingSince: string
}

/**
 * Writes that somebody joined, for the first time or again; whoever is in already stays exactly as they are.
 * @returns whether this call made the enrollment: of twenty at once, one does
 */
export async function enroll(db: Db, workspaceId: string, entry: NewEnrollment, now: Date): Promise<boolean> {
  const joined = {
    role: entry.role,
    capacity: entry.capacity,
    state: 'active' as const,
    joined_at: now,
    left_at: null,
    paused_until: null,
    conduct_accepted_at: now,
    attribute: entry.attribute,
    rounds_waited: 0,
    waiting_since: entry.waitingSince,
  }
  const row = await db
    .insertInto('enrollment')
    .values({ workspace_id: workspaceId, program_id: entry.programId, person_id: entry.personId, ...joined })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'program_id', 'person_id'])
        .doUpdateSet(joined)
        .where('enrollment.state', '=', 'left'),
    )
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Changes role, partners at once and the declared attribute of somebody who is in. */
export async function changeEnrollment(
  db: Db,
  workspaceId: string,
  entry: Omit<NewEnrollment, 'waitingSince'>,
): Promise<void> {
  await updating(db, workspaceId, entry.programId, entry.personId)
    .set({ role: entry.role, capacity: entry.capacity, attribute: entry.attribute })
    .where('state', '<>', 'left')
    .execute()
}

/**
 * Writes that somebody left; what they declared for this program is deleted with it.
 * @returns false where they were not in
 */
export async function markLeft(
  db: Db,
  workspaceId: string,
  programId: number,
  personId: string,
  now: Date,
): Promise<boolean> {
  const row = await updating(db, workspaceId, programId, personId)
    .set({ state: 'left', left_at: now, paused_until: null, attribute: null, waiting_since: null })
    .where('state', '<>', 'left')
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** One person's part in one program, to be changed. */
export const updating = (db: Db, workspaceId: string, programId: number, personId: string) =>
  db
    .updateTable('enrollment')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('person_id', '=', personId)

/** A row as the rest of the app knows it. */
const toEnrollment = (row: Selectable<DB['enrollment']>): Enrollment => ({
  programId: row.program_id,
  personId: row.person_id,
  role: row.role,
  capacity: row.capacity,
  state: row.state,
  joinedAt: row.joined_at,
  pausedUntil: row.paused_until,
  roundsWaited: row.rounds_waited,
  waitingSince: row.waiting_since,
})
