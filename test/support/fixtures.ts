import type { Insertable } from 'kysely'
import type { Db } from '../../src/database/deps.ts'
import type { DB } from '../../src/database/schema.ts'

/** The workspace of a test; everything else hangs on it. */
export const WORKSPACE = 'T1'

/** Monday, 2 February 2026, 09:00 in Detroit. */
export const MONDAY = new Date('2026-02-02T14:00:00Z')

export async function aWorkspace(db: Db, workspaceId = WORKSPACE): Promise<void> {
  await db
    .insertInto('workspace')
    .values({ workspace_id: workspaceId, name: 'Test', bot_user_id: 'UBOT', installed_at: MONDAY })
    .execute()
}

/** Somebody in Detroit, level 3, in a team of their own unless said otherwise. */
export async function aPerson(
  db: Db,
  person: Partial<Insertable<DB['person']>> & { person_id: string },
): Promise<void> {
  await db
    .insertInto('person')
    .values({
      workspace_id: WORKSPACE,
      name: `${person.person_id} Test`,
      title: 'Estimator',
      tz: 'America/Detroit',
      level: 3,
      team: `team of ${person.person_id}`,
      hours_from: 540,
      hours_to: 1020,
      languages: ['en'],
      ...person,
    })
    .execute()
}

/** An open reverse program in Detroit that pairs on 20 January and begins in February. @returns its id */
export async function aProgram(db: Db, program: Partial<Insertable<DB['program']>> = {}): Promise<number> {
  const row = await db
    .insertInto('program')
    .values({
      workspace_id: WORKSPACE,
      name: 'Generations 2026',
      name_key: 'generations 2026',
      kind: 'reverse',
      state: 'open',
      tz: 'America/Detroit',
      created_by: 'LEAD',
      created_at: MONDAY,
      opened_at: MONDAY,
      join_by: '2026-01-19',
      first_on: '2026-02-01',
      next_round_on: '2026-01-20',
      cadence: 1,
      curriculum: 'generations',
      invited: '{}',
      rules: JSON.stringify({
        otherTeam: true,
        sharedLanguage: true,
        sharedHours: true,
        mostPlaced: true,
        odd: 'turn',
      }),
      seed: 7,
      ...program,
    })
    .returning('program_id')
    .executeTakeFirstOrThrow()
  return row.program_id
}

export async function enrolled(
  db: Db,
  programId: number,
  personId: string,
  role: 'guide' | 'learner' | 'both',
  more: Partial<Insertable<DB['enrollment']>> = {},
): Promise<void> {
  await db
    .insertInto('enrollment')
    .values({
      workspace_id: WORKSPACE,
      program_id: programId,
      person_id: personId,
      role,
      capacity: 1,
      state: 'active',
      joined_at: MONDAY,
      conduct_accepted_at: MONDAY,
      waiting_since: '2026-01-12',
      ...more,
    })
    .execute()
}

/** A lead of the workspace. */
export async function aLeadOfAll(db: Db, personId: string): Promise<void> {
  await db
    .insertInto('lead')
    .values({ workspace_id: WORKSPACE, person_id: personId, added_by: personId, added_at: MONDAY })
    .execute()
}
