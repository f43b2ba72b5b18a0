import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { SlackPerson } from './slack-user.ts'

/** What was taken over from Slack the last time. */
export type Known = SlackPerson

/** What is known of those users from Slack, by id. */
export async function knownToSlack(db: Db, workspaceId: string, ids: readonly string[]): Promise<Map<string, Known>> {
  const rows = await db
    .selectFrom('person')
    .select([
      'person_id as id',
      'name',
      'title',
      'tz',
      'locale',
      'is_guest as isGuest',
      'is_bot as isBot',
      'is_admin as isAdmin',
      sql<boolean>`left_at is not null`.as('isDeleted'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`person_id = any(${[...ids]}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Writes what Slack says; `left_at` keeps the instant of the first word of it. */
export async function saveSlackPeople(
  db: Db,
  workspaceId: string,
  people: readonly SlackPerson[],
  now: Date,
): Promise<void> {
  if (people.length === 0) return
  await sql`
    insert into person (workspace_id, person_id, name, title, tz, locale, is_guest, is_bot, is_admin, left_at)
    select ${workspaceId}, s.id, s.name, s.title, s.tz, s.locale, s."isGuest", s."isBot", s."isAdmin",
      case when s."isDeleted" then ${now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as s(id text, name text, title text, tz text,
      locale text, "isGuest" boolean, "isBot" boolean, "isAdmin" boolean, "isDeleted" boolean)
    on conflict (workspace_id, person_id) do update set
      name = excluded.name, title = excluded.title, tz = excluded.tz, locale = excluded.locale,
      is_guest = excluded.is_guest, is_bot = excluded.is_bot, is_admin = excluded.is_admin,
      left_at = case when excluded.left_at is null then null else coalesce(person.left_at, excluded.left_at) end`.execute(
    db,
  )
}

/** The whole directory has been read. */
export async function markSynced(db: Db, workspaceId: string, now: Date): Promise<void> {
  await db.updateTable('workspace').set({ synced_at: now }).where('workspace_id', '=', workspaceId).execute()
}

/** When the whole directory was last read; null before the first time. */
export async function syncedAt(db: Db, workspaceId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('workspace')
    .select('synced_at')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  return row?.synced_at ?? null
}
