import { type Kysely, sql } from 'kysely'

/** What a round keeps beside its pairs: whether it is one for few between rounds, the least change, and its proof. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table round
      add column is_small boolean not null default false,
      add column least_change jsonb,
      add column proof bytea`.execute(db)
}
