import type { Insertable } from 'kysely'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Deps } from '../../src/database/deps.ts'
import type { Database } from '../../src/database/open.ts'
import type { DB } from '../../src/database/schema.ts'
import { freshDatabase, testDeps } from './database.ts'

/** The workspace of a test; everything else hangs on it. */
export const WORKSPACE = 'T1'
/** Monday, 5 January 2026, 09:00 in Detroit: people join. */
export const JANUARY = new Date('2026-01-05T14:00:00Z')
/** Monday, 2 February 2026, 09:00 in Detroit: the first month of a program. */
export const FEBRUARY = new Date('2026-02-02T14:00:00Z')

/** What builders write with: verbs' deps or a database. */
export type World = Pick<Deps, 'db'>

/** A database of its own for the test file; at the start of each test there is a workspace in it and nothing else. */
export function useWorkspace(): ReturnType<typeof testDeps> {
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
    await deps.db.deleteFrom('inbox').execute()
    await aWorkspace(deps)
  })
  return deps
}

export async function aWorkspace({ db }: World, workspaceId = WORKSPACE): Promise<void> {
  await db
    .insertInto('workspace')
    .values({ workspace_id: workspaceId, name: 'Sachse', bot_user_id: 'UBOT', installed_at: JANUARY })
    .execute()
}

type Someone = Partial<Insertable<DB['person']>> & { readonly person_id: string }

/** People as a file named them, of whom nothing more is known; each gets a name from the id where none is given. */
export async function addPeople({ db }: World, people: readonly Someone[]): Promise<void> {
  const rows = people.map((person) => ({
    workspace_id: WORKSPACE,
    name: `${person.person_id.slice(1)} Example`,
    tz: 'America/Detroit',
    ...person,
  }))
  await db.insertInto('person').values(rows).execute()
}

/** Somebody of whom all is known: in Detroit, level 3, in a team of their own unless said otherwise. */
export const aPerson = (world: World, person: Someone): Promise<void> =>
  addPeople(world, [
    {
      name: `${person.person_id} Test`,
      title: 'Estimator',
      level: 3,
      team: `team of ${person.person_id}`,
      hours_from: 540,
      hours_to: 1020,
      languages: ['en'],
      ...person,
    },
  ])

/** Somebody who leads everything in the workspace. */
export async function makeLead({ db }: World, personId: string): Promise<void> {
  await db
    .insertInto('lead')
    .values({ workspace_id: WORKSPACE, person_id: personId, added_by: personId, added_at: JANUARY })
    .execute()
}

/** What is due to whom, of one kind. */
export async function dueOf({ db }: World, kind: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('delivery')
    .select('recipient')
    .where('workspace_id', '=', WORKSPACE)
    .where('kind', '=', kind)
    .orderBy('recipient')
    .execute()
  return rows.map((row) => row.recipient)
}
