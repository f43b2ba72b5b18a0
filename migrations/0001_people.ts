import { type Kysely, sql } from 'kysely'

/** Who is here: the workspace, its people, what a file and what they themselves said, leads, contacts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table encryption_check (
      key_id text primary key,
      sealed bytea not null,
      created_at timestamptz not null
    )`.execute(db)
  await sql`
    create table workspace (
      workspace_id text primary key,
      name text not null,
      bot_user_id text not null,
      synced_at timestamptz,
      installed_at timestamptz not null
    )`.execute(db)
  await sql`
    create table person (
      workspace_id text not null references workspace on delete cascade,
      person_id text not null,
      name text not null,
      title text not null default '',
      tz text not null default 'UTC',
      locale text,
      is_guest boolean not null default false,
      is_bot boolean not null default false,
      is_admin boolean not null default false,
      left_at timestamptz,
      level integer check (level between 1 and 99),
      team text,
      site text,
      manager_id text check (manager_id <> person_id),
      start_on date,
      hours_from integer check (hours_from between 0 and 1439),
      hours_to integer check (hours_to between 1 and 1440),
      languages text[] not null default '{}',
      offers text[] not null default '{}',
      wants text[] not null default '{}',
      role text check (role in ('guide', 'learner', 'both')),
      capacity integer check (capacity between 1 and 10),
      imported_at timestamptz,
      primary key (workspace_id, person_id)
    )`.execute(db)
  await sql`
    create table profile (
      workspace_id text not null,
      person_id text not null,
      level integer check (level between 1 and 99),
      manager_id text check (manager_id <> person_id),
      hours_from integer check (hours_from between 0 and 1439),
      hours_to integer check (hours_to between 1 and 1440),
      languages text[] not null default '{}',
      offers text[] not null default '{}' check (cardinality(offers) <= 3),
      wants text[] not null default '{}' check (cardinality(wants) <= 3),
      is_async_first boolean not null default false,
      may_be_asked boolean not null default false,
      bio bytea,
      updated_at timestamptz not null,
      primary key (workspace_id, person_id),
      foreign key (workspace_id, person_id) references person on delete cascade
    )`.execute(db)
  await sql`
    create table skill (
      workspace_id text not null references workspace on delete cascade,
      skill_id text not null,
      label text not null,
      group_name text not null,
      source text not null check (source in ('file', 'person')),
      added_at timestamptz not null,
      primary key (workspace_id, skill_id)
    )`.execute(db)
  await sql`
    create table contact (
      workspace_id text not null references workspace on delete cascade,
      contact_id integer generated always as identity,
      person_id text,
      label text not null,
      phone text,
      link text,
      named_by text not null,
      named_at timestamptz not null,
      accepted_at timestamptz,
      declined_at timestamptz,
      primary key (workspace_id, contact_id),
      foreign key (workspace_id, person_id) references person on delete cascade,
      unique (workspace_id, person_id),
      check (person_id is not null or phone is not null or link is not null),
      check (accepted_at is null or declined_at is null)
    )`.execute(db)
  await sql`
    create table people_import (
      workspace_id text not null references workspace on delete cascade,
      import_id integer generated always as identity,
      made_by text not null,
      made_at timestamptz not null,
      sealed bytea not null,
      applied_at timestamptz,
      primary key (workspace_id, import_id)
    )`.execute(db)
  await sql`
    create table audit (
      workspace_id text not null references workspace on delete cascade,
      audit_id integer generated always as identity,
      at timestamptz not null,
      actor_id text not null,
      verb text not null,
      subject text not null,
      detail jsonb not null default '{}',
      primary key (workspace_id, audit_id)
    )`.execute(db)
}
