import type { Insertable } from 'kysely'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Deps } from '../../src/database/deps.ts'
import type { Database } from '../../src/database/open.ts'
import type { DB } from '../../src/database/schema.ts'
import { freshDatabase, testDeps } from '../support/database.ts'

export const WORKSPACE = 'T1'
/** Monday, 09:00 in Detroit */
export const MONDAY = new Date('2026-01-05T14:00:00Z')

/** A database of its own for the test file; at the start of each test there is a workspace in it and nothing else. */
export function useWorld(): ReturnType<typeof testDeps> {
  // one object for the whole file: what is built on it before the first test still holds it later
  const deps = {} as ReturnType<typeof testDeps> // complete before any test or later hook runs
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase()
    Object.assign(deps, testDeps(database))
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    Object.assign(deps, testDeps(database))
    await deps.db.deleteFrom('workspace').execute()
    await aWorkspace(deps)
  })
  return deps
}

/** A workspace with a lead (Dana), two contacts and nobody else. */
async function aWorkspace({ db }: Pick<Deps, 'db'>, workspaceId = WORKSPACE): Promise<void> {
  await db
    .insertInto('workspace')
    .values({ workspace_id: workspaceId, name: 'Sachse', bot_user_id: 'UBOT', installed_at: MONDAY })
    .execute()
  await addPeople({ db }, [
    { person_id: 'UDANA', name: 'Dana Lee', level: 7 },
    { person_id: 'UPRIYA', name: 'Priya Shah', level: 7 },
    { person_id: 'UTOM', name: 'Tom Berg', level: 7 },
  ])
  await db
    .insertInto('lead')
    .values({ workspace_id: workspaceId, person_id: 'UDANA', program_id: null, added_by: 'UDANA', added_at: MONDAY })
    .execute()
  for (const [person, label] of [
    ['UPRIYA', 'Priya Shah'],
    ['UTOM', 'Tom Berg'],
  ] as const) {
    await db
      .insertInto('contact')
      .values({
        workspace_id: workspaceId,
        person_id: person,
        label,
        named_by: 'UDANA',
        named_at: MONDAY,
        accepted_at: MONDAY,
      })
      .execute()
  }
}

type SomePerson = Partial<Insertable<DB['person']>> & { readonly person_id: string }

/** People as a file named them; each gets a name from the id where none is given. */
export const addPeople = async ({ db }: Pick<Deps, 'db'>, people: readonly SomePerson[]): Promise<void> =>
  void (await db
    .insertInto('person')
    .values(
      people.map((person) => ({
        workspace_id: WORKSPACE,
        name: `${person.person_id.slice(1)} Example`,
        tz: 'America/Detroit',
        ...person,
      })),
    )
    .execute())

/** An open reverse program that everybody is invited to; the first round is on 15 January. */
export async function aProgram(
  { db }: Pick<Deps, 'db'>,
  over: Partial<Insertable<DB['program']>> = {},
): Promise<number> {
  const name = over.name ?? 'Technology 2026'
  const row = await db
    .insertInto('program')
    .values({
      workspace_id: WORKSPACE,
      name,
      name_key: name.toLowerCase(),
      kind: 'reverse',
      state: 'open',
      tz: 'America/Detroit',
      created_by: 'UDANA',
      created_at: MONDAY,
      opened_at: MONDAY,
      join_by: '2026-01-14',
      first_on: '2026-02-01',
      next_round_on: '2026-01-15',
      cadence: 1,
      curriculum: 'generations',
      invited: JSON.stringify({}),
      rules: JSON.stringify({
        otherTeam: true,
        sharedLanguage: true,
        sharedHours: true,
        mostPlaced: true,
        odd: 'turn',
      }),
      seed: 1,
      ...over,
    })
    .returning('program_id')
    .executeTakeFirstOrThrow()
  return row.program_id
}

/** Somebody in a program, active and waiting since the start unless said otherwise. */
export const enrolled = async (
  { db }: Pick<Deps, 'db'>,
  programId: number,
  personId: string,
  over: Partial<Insertable<DB['enrollment']>> = {},
): Promise<void> =>
  void (await db
    .insertInto('enrollment')
    .values({
      workspace_id: WORKSPACE,
      program_id: programId,
      person_id: personId,
      role: 'guide',
      capacity: 1,
      state: 'active',
      joined_at: MONDAY,
      conduct_accepted_at: MONDAY,
      waiting_since: '2026-01-05',
      ...over,
    })
    .execute())

/** What is due to whom, of one kind. */
export const dueOf = async ({ db }: Pick<Deps, 'db'>, kind: string): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('delivery')
      .select('recipient')
      .where('workspace_id', '=', WORKSPACE)
      .where('kind', '=', kind)
      .orderBy('recipient')
      .execute()
  ).map((row) => row.recipient)
