import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { Facts, KnownFacts } from './csv/facts.ts'
import type { Listed } from './csv/write-list.ts'
import type { Person } from './person.ts'
import { memberRows, toPerson } from './store.ts'

/** Every member with all that files said, by id. */
export async function listed(db: Db, workspaceId: string): Promise<Listed[]> {
  const rows = await memberRows(db, workspaceId)
  return rows.map((row) => ({ ...toPerson(row), startOn: row.start_on }))
}

/** What a file said of somebody so far. */
export const factsOf = (person: Listed): KnownFacts => ({
  level: person.level,
  team: person.team,
  site: person.site,
  managerId: person.managerId,
  startOn: person.startOn,
  hours: person.hours,
  languages: person.languages,
  offers: person.offers,
  wants: person.wants,
  role: person.role,
  capacity: person.capacity,
})

/** Writes facts of many people in one statement; what is not named stays as it is. */
export async function saveFacts(
  db: Db,
  workspaceId: string,
  updates: readonly { readonly personId: string; readonly facts: Facts }[],
  now: Date,
): Promise<void> {
  if (updates.length === 0) return
  const rows = updates.map(({ personId, facts: { hours, ...facts } }) => ({
    personId,
    ...facts,
    ...(hours && { hoursFrom: hours.from, hoursTo: hours.to }),
  }))
  await sql`
    update person set
      level = coalesce(f.level, person.level),
      team = coalesce(f.team, person.team),
      site = coalesce(f.site, person.site),
      manager_id = coalesce(f."managerId", person.manager_id),
      start_on = coalesce(f."startOn", person.start_on),
      hours_from = coalesce(f."hoursFrom", person.hours_from),
      hours_to = coalesce(f."hoursTo", person.hours_to),
      languages = coalesce(f.languages, person.languages),
      offers = coalesce(f.offers, person.offers),
      wants = coalesce(f.wants, person.wants),
      role = coalesce(f.role, person.role),
      capacity = coalesce(f.capacity, person.capacity),
      imported_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f("personId" text, level integer, team text, site text,
      "managerId" text, "startOn" date, "hoursFrom" integer, "hoursTo" integer, languages text[], offers text[],
      wants text[], role text, capacity integer)
    where person.workspace_id = ${workspaceId} and person.person_id = f."personId"`.execute(db)
}

/** How many there are, and how many lack what pairing would like to know; profiles count as known. */
export interface PeopleCounts {
  readonly people: number
  readonly withoutLevel: number
  readonly withoutManager: number
}

/** @param among whom to count; null counts every member */
export async function countPeople(db: Db, workspaceId: string, among: readonly Person[] | null): Promise<PeopleCounts> {
  const { people, without_level, without_manager } = await db
    .selectFrom('person')
    .leftJoin('profile', (join) =>
      join
        .onRef('profile.workspace_id', '=', 'person.workspace_id')
        .onRef('profile.person_id', '=', 'person.person_id'),
    )
    .select([
      sql<number>`count(*)::integer`.as('people'),
      sql<number>`count(*) filter (where coalesce(profile.level, person.level) is null)::integer`.as('without_level'),
      sql<number>`count(*) filter (where coalesce(profile.manager_id, person.manager_id) is null)::integer`.as(
        'without_manager',
      ),
    ])
    .where('person.workspace_id', '=', workspaceId)
    .where('person.left_at', 'is', null)
    .where('person.is_bot', '=', false)
    .where('person.is_guest', '=', false)
    .$if(among !== null, (query) =>
      query.where(sql<boolean>`person.person_id = any(${(among ?? []).map((person) => person.id)}::text[])`),
    )
    .executeTakeFirstOrThrow()
  return { people, withoutLevel: without_level, withoutManager: without_manager }
}
