import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { KnownFacts } from './csv/facts.ts'
import type { Listed } from './csv/write-list.ts'
import { toPerson } from './store.ts'

/** That person with all that files said, whoever they are; undefined where nobody here has the id. */
export async function findListed(db: Db, workspaceId: string, personId: string): Promise<Listed | undefined> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && { ...toPerson(row), startOn: row.start_on }
}

/** Writes all facts of one person; unlike a file's empty cells, what is null or [] here is forgotten. */
export async function replaceFacts(
  db: Db,
  workspaceId: string,
  personId: string,
  { managerId, startOn, hours, languages, offers, wants, ...facts }: KnownFacts,
  now: Date,
): Promise<void> {
  await db
    .updateTable('person')
    .set({
      ...facts,
      manager_id: managerId,
      start_on: startOn,
      hours_from: hours?.from ?? null,
      hours_to: hours?.to ?? null,
      languages: [...(languages ?? [])],
      offers: [...(offers ?? [])],
      wants: [...(wants ?? [])],
      imported_at: now,
    })
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .execute()
}

/** That person, their manager, the manager's manager and so on, as files say; a circle ends where it began. */
export async function managersFrom(db: Db, workspaceId: string, personId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; manager: string }>`
    with recursive line as (
      select person_id, manager_id from person where workspace_id = ${workspaceId} and person_id = ${personId}
      union
      select above.person_id, above.manager_id
      from person above join line on above.person_id = line.manager_id
      where above.workspace_id = ${workspaceId}
    )
    select person_id as id, manager_id as manager from line where manager_id is not null`.execute(db)
  return new Map(rows.map(({ id, manager }) => [id, manager]))
}
