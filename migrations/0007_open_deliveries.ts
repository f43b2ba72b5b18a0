import { type Kysely, sql } from 'kysely'

/**
 * What is asked at every turn is found without walking past what lies ahead: half a year of a large program is thousands
 * of rows that are due some day. And who has left a company, among all who are there.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index delivery_due`.execute(db)
  await sql`create index delivery_due on delivery (workspace_id, due_at) where state = 'due'`.execute(db)
  await sql`create index delivery_sending on delivery (workspace_id, lease_until) where state = 'sending'`.execute(db)
  await sql`create index delivery_doubted on delivery (workspace_id, doubted_at) where state = 'in_doubt'`.execute(db)
  await sql`create index person_left on person (workspace_id, person_id) where left_at is not null`.execute(db)
}
