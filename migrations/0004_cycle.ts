import { type Kysely, sql } from 'kysely'

/** What a pair does month by month: a date, an agreement, check-ins. `cycle_on` is the cycle's first day, or the kickoff's own day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table talk_date (
      workspace_id text not null,
      pair_id integer not null,
      cycle_on date not null,
      talk_at timestamptz not null,
      set_by text not null,
      set_at timestamptz not null,
      moves integer not null default 0 check (moves >= 0),
      primary key (workspace_id, pair_id, cycle_on),
      foreign key (workspace_id, pair_id) references pair on delete cascade
    )`.execute(db)
  await sql`
    create table agreement (
      workspace_id text not null,
      pair_id integer not null,
      version integer not null check (version >= 1),
      words bytea not null,
      written_by text not null,
      written_at timestamptz not null,
      primary key (workspace_id, pair_id),
      foreign key (workspace_id, pair_id) references pair on delete cascade
    )`.execute(db)
  await sql`
    create table agreement_confirmation (
      workspace_id text not null,
      pair_id integer not null,
      person_id text not null,
      version integer not null check (version >= 1),
      confirmed_at timestamptz not null,
      primary key (workspace_id, pair_id, person_id),
      foreign key (workspace_id, pair_id) references agreement on delete cascade,
      foreign key (workspace_id, person_id) references person on delete cascade
    )`.execute(db)
  await sql`
    create table check_in (
      workspace_id text not null,
      pair_id integer not null,
      cycle_on date not null,
      person_id text not null,
      asked_at timestamptz not null,
      has_met boolean,
      worth integer check (worth between 1 and 5),
      learned integer check (learned between 1 and 5),
      taught integer check (taught between 1 and 5),
      confident integer check (confident between 1 and 5),
      heard integer check (heard between 1 and 5),
      agreement_holds boolean,
      something_came boolean not null default false,
      words bytea,
      answered_at timestamptz,
      primary key (workspace_id, pair_id, cycle_on, person_id),
      foreign key (workspace_id, pair_id) references pair on delete cascade,
      foreign key (workspace_id, person_id) references person on delete cascade,
      check (worth is null or has_met),
      check ((has_met is null and confident is null and heard is null and words is null) or answered_at is not null)
    )`.execute(db)
  await sql`
    create table release (
      workspace_id text not null,
      program_id integer not null,
      cycle_on date not null,
      released_at timestamptz not null,
      figures jsonb not null,
      primary key (workspace_id, program_id, cycle_on),
      foreign key (workspace_id, program_id) references program on delete cascade
    )`.execute(db)
}
