import { type Kysely, sql } from 'kysely'

/** What is due, what came in, and who is sending. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table delivery (
      workspace_id text not null references workspace on delete cascade,
      delivery_id integer generated always as identity,
      kind text not null,
      subject text not null,
      cycle_on date not null,
      recipient text not null,
      state text not null check (state in ('due', 'sending', 'sent', 'in_doubt', 'failed', 'skipped')),
      due_at timestamptz not null,
      priority integer not null,
      is_unasked boolean not null,
      expires_on date,
      attempt integer not null default 0 check (attempt >= 0),
      fence integer,
      lease_until timestamptz,
      doubted_at timestamptz,
      channel text,
      ts text,
      sent_at timestamptz,
      reason text,
      planned_at timestamptz not null,
      primary key (workspace_id, delivery_id),
      unique (workspace_id, kind, subject, cycle_on, recipient),
      check ((state = 'sending') = (fence is not null)),
      check ((state = 'sending') = (lease_until is not null)),
      check ((state = 'in_doubt') = (doubted_at is not null)),
      check (state <> 'sent' or (ts is not null and sent_at is not null)),
      check (state not in ('failed', 'skipped') or reason is not null)
    )`.execute(db)
  await sql`
    create index delivery_due on delivery (workspace_id, due_at, priority) where state in ('due', 'sending', 'in_doubt')`.execute(
    db,
  )
  await sql`
    create index delivery_recipient on delivery (workspace_id, recipient, sent_at) where state = 'sent'`.execute(db)
  await sql`
    create table inbox (
      workspace_id text not null,
      inbox_key text not null,
      received_at timestamptz not null,
      body bytea,
      done_at timestamptz,
      primary key (workspace_id, inbox_key)
    )`.execute(db)
  await sql`create index inbox_open on inbox (received_at) where done_at is null`.execute(db)
  await sql`
    create table lease (
      workspace_id text not null references workspace on delete cascade,
      name text not null,
      holder text not null,
      fence integer not null,
      held_until timestamptz not null,
      primary key (workspace_id, name)
    )`.execute(db)
  await sql`
    create table heartbeat (
      workspace_id text not null references workspace on delete cascade,
      name text not null,
      at timestamptz not null,
      note text,
      primary key (workspace_id, name)
    )`.execute(db)
}
