import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { DB } from '../database/schema.ts'
import type { Selectable } from 'kysely'
import type { Person } from './person.ts'

/** Those people, by id; ids that nobody here has are left out. */
export async function findPeople(db: Db, workspaceId: string, ids: readonly string[]): Promise<Map<string, Person>> {
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`person_id = any(${[...ids]}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.person_id, toPerson(row)]))
}

/** That person; undefined where nobody here has the id. */
export const findPerson = async (db: Db, workspaceId: string, id: string): Promise<Person | undefined> =>
  (await findPeople(db, workspaceId, [id])).get(id)

/** Everybody Slack ever named here: bots, guests and those who left too; by id. */
export async function everybody(db: Db, workspaceId: string): Promise<Person[]> {
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy(sql`person_id collate "C"`)
    .execute()
  return rows.map(toPerson)
}

/** The rows of who may take part at all (`isMember`), by id. */
export const memberRows = (db: Db, workspaceId: string) =>
  db
    .selectFrom('person')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('left_at', 'is', null)
    .where('is_bot', '=', false)
    .where('is_guest', '=', false)
    .orderBy(sql`person_id collate "C"`)
    .execute()

export const members = async (db: Db, workspaceId: string): Promise<Person[]> =>
  (await memberRows(db, workspaceId)).map(toPerson)

/** Person to manager, as far as known: what somebody said in their profile wins over what a file said. */
export async function managerMap(db: Db, workspaceId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('profile', (join) =>
      join
        .onRef('profile.workspace_id', '=', 'person.workspace_id')
        .onRef('profile.person_id', '=', 'person.person_id'),
    )
    .select(['person.person_id', sql<string | null>`coalesce(profile.manager_id, person.manager_id)`.as('manager')])
    .where('person.workspace_id', '=', workspaceId)
    .execute()
  return new Map(rows.flatMap((row) => (row.manager === null ? [] : [[row.person_id, row.manager]])))
}

/** A row as the rest of the app knows it. */
export const toPerson = (row: Selectable<DB['person']>): Person => ({
  id: row.person_id,
  name: row.name,
  title: row.title,
  tz: row.tz,
  locale: row.locale,
  isGuest: row.is_guest,
  isBot: row.is_bot,
  isAdmin: row.is_admin,
  leftAt: row.left_at,
  level: row.level,
  team: row.team,
  site: row.site,
  managerId: row.manager_id,
  hours: row.hours_from === null || row.hours_to === null ? null : { from: row.hours_from, to: row.hours_to },
  languages: row.languages,
  offers: row.offers,
  wants: row.wants,
  role: row.role,
  capacity: row.capacity,
})

/** The workspaces of this database, by id. */
export async function workspaceIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('workspace').select('workspace_id').orderBy('workspace_id').execute()
  return rows.map((row) => row.workspace_id)
}
