import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { Person } from './person.ts'

/** Members who are alike in what decides whether somebody is invited; `id` is one of them. */
export interface Alike extends Pick<Person, 'id' | 'team' | 'site' | 'level' | 'isBot' | 'isGuest' | 'leftAt'> {
  readonly count: number
}

/**
 * All members in a few rows, for whatever is asked at every click: reading thousands of people took most of a join.
 * @param among only these; null: everybody
 */
export async function alikeMembers(db: Db, workspaceId: string, among: readonly string[] | null): Promise<Alike[]> {
  const rows = await sql<Pick<Person, 'id' | 'team' | 'site' | 'level'> & { count: number }>`
    select min(person_id collate "C") as id, team, site, level, count(*)::integer as count
    from person
    where workspace_id = ${workspaceId} and left_at is null and not is_bot and not is_guest
      and (${among === null} or person_id = any(${[...(among ?? [])]}::text[]))
    group by team, site, level`.execute(db)
  return rows.rows.map((row) => ({ ...row, isBot: false, isGuest: false, leftAt: null }))
}

/** The highest level known of a member, 0 where none is, and every language one of them named. */
export async function memberRange(
  db: Db,
  workspaceId: string,
): Promise<{ readonly topLevel: number; readonly languages: readonly string[] }> {
  const { rows } = await sql<{ topLevel: number; languages: readonly string[] }>`
    with here as (
      select level, languages from person
      where workspace_id = ${workspaceId} and left_at is null and not is_bot and not is_guest
    )
    select coalesce(max(level), 0) as "topLevel",
      array(select distinct unnest(languages) as language from here order by language) as languages
    from here`.execute(db)
  return rows[0] ?? { topLevel: 0, languages: [] }
}
