import { type Kysely, sql } from 'kysely'

/** Programs, who leads them, their topics and cycles, who joined, who was invited, who is kept apart. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table program (
      workspace_id text not null references workspace on delete cascade,
      program_id integer generated always as identity,
      name text not null check (char_length(name) between 1 and 60),
      name_key text not null,
      kind text not null check (kind in ('traditional', 'reverse', 'reciprocal', 'cross-group')),
      state text not null check (state in ('draft', 'open', 'running', 'closed')),
      tz text not null,
      created_by text not null,
      created_at timestamptz not null,
      opened_at timestamptz,
      closed_at timestamptz,
      join_by date not null,
      first_on date not null,
      ends_on date,
      next_round_on date,
      cadence integer not null check (cadence between 1 and 12),
      curriculum text not null,
      invited jsonb not null,
      is_private boolean not null default false,
      sponsor text,
      attribute jsonb,
      rules jsonb not null,
      holidays date[] not null default '{}',
      wants_reminders boolean not null default true,
      seed integer not null,
      primary key (workspace_id, program_id),
      unique (workspace_id, name_key),
      check (join_by <= first_on),
      check (ends_on is null or ends_on > first_on),
      check ((state = 'draft') = (opened_at is null)),
      check ((state = 'closed') = (closed_at is not null))
    )`.execute(db)
  await sql`
    create table lead (
      workspace_id text not null references workspace on delete cascade,
      lead_id integer generated always as identity,
      person_id text not null,
      program_id integer,
      added_by text not null,
      added_at timestamptz not null,
      paused_until date,
      primary key (workspace_id, lead_id),
      foreign key (workspace_id, person_id) references person on delete cascade,
      foreign key (workspace_id, program_id) references program on delete cascade
    )`.execute(db)
  await sql`
    create unique index lead_once on lead (workspace_id, person_id, coalesce(program_id, 0))`.execute(db)
  await sql`
    create table topic (
      workspace_id text not null,
      program_id integer not null,
      position integer not null check (position >= 1),
      topic_key text not null,
      primary key (workspace_id, program_id, position),
      foreign key (workspace_id, program_id) references program on delete cascade,
      unique (workspace_id, program_id, topic_key)
    )`.execute(db)
  await sql`
    create table cycle (
      workspace_id text not null,
      program_id integer not null,
      starts_on date not null,
      ends_on date not null,
      number integer not null check (number >= 1),
      topic_key text not null,
      primary key (workspace_id, program_id, starts_on),
      foreign key (workspace_id, program_id) references program on delete cascade,
      unique (workspace_id, program_id, number),
      check (ends_on > starts_on)
    )`.execute(db)
  await sql`
    create table enrollment (
      workspace_id text not null,
      program_id integer not null,
      person_id text not null,
      role text not null check (role in ('guide', 'learner', 'both')),
      capacity integer not null check (capacity between 1 and 10),
      state text not null check (state in ('active', 'paused', 'left')),
      joined_at timestamptz not null,
      left_at timestamptz,
      paused_until date,
      conduct_accepted_at timestamptz not null,
      attribute bytea,
      rounds_waited integer not null default 0 check (rounds_waited >= 0),
      waiting_since date,
      primary key (workspace_id, program_id, person_id),
      foreign key (workspace_id, program_id) references program on delete cascade,
      foreign key (workspace_id, person_id) references person on delete cascade,
      check ((state = 'left') = (left_at is not null)),
      check (state <> 'paused' or paused_until is not null)
    )`.execute(db)
  await sql`
    create table invitation (
      workspace_id text not null,
      program_id integer not null,
      person_id text not null,
      invited_at timestamptz not null,
      declined_at timestamptz,
      primary key (workspace_id, program_id, person_id),
      foreign key (workspace_id, program_id) references program on delete cascade,
      foreign key (workspace_id, person_id) references person on delete cascade
    )`.execute(db)
  await sql`
    create table exclusion (
      workspace_id text not null,
      person_id text not null,
      other_id text not null check (other_id <> person_id),
      cause text not null check (cause in ('private', 'rematch')),
      added_at timestamptz not null,
      primary key (workspace_id, person_id, other_id, cause),
      foreign key (workspace_id, person_id) references person on delete cascade
    )`.execute(db)
}
