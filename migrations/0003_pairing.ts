import { type Kysely, sql } from 'kysely'

/** Rounds and the pairs they made: two people, or three where the kind allows a trio. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table round (
      workspace_id text not null,
      round_id integer generated always as identity,
      program_id integer not null,
      number integer not null check (number >= 1),
      state text not null check (state in ('proposed', 'published', 'discarded')),
      seed integer not null,
      held_on date not null,
      proposed_at timestamptz not null,
      proposed_by text,
      published_at timestamptz,
      published_by text,
      unpaired jsonb not null default '[]',
      figures jsonb not null default '{}',
      primary key (workspace_id, round_id),
      foreign key (workspace_id, program_id) references program on delete cascade,
      unique (workspace_id, program_id, number),
      check ((state = 'published') = (published_at is not null)),
      check ((published_at is null) = (published_by is null))
    )`.execute(db)
  await sql`
    create unique index round_one_proposed on round (workspace_id, program_id) where state = 'proposed'`.execute(db)
  await sql`
    create table pair (
      workspace_id text not null,
      pair_id integer generated always as identity,
      program_id integer not null,
      round_id integer not null,
      state text not null check (state in ('proposed', 'active', 'ended')),
      score integer not null,
      reason jsonb not null,
      is_locked boolean not null default false,
      proposer_id text,
      started_on date,
      kickoff_on date,
      first_cycle_on date,
      ended_at timestamptz,
      ended_because text check (ended_because in ('left', 'rematch', 'lead', 'departed', 'silence', 'closed')),
      primary key (workspace_id, pair_id),
      foreign key (workspace_id, program_id) references program on delete cascade,
      foreign key (workspace_id, round_id) references round on delete cascade,
      check ((state = 'proposed') = (started_on is null)),
      check ((state = 'ended') = (ended_at is not null)),
      check ((ended_at is null) = (ended_because is null))
    )`.execute(db)
  await sql`
    create table pair_member (
      workspace_id text not null,
      pair_id integer not null,
      person_id text not null,
      role text not null check (role in ('guide', 'learner', 'both')),
      primary key (workspace_id, pair_id, person_id),
      foreign key (workspace_id, pair_id) references pair on delete cascade,
      foreign key (workspace_id, person_id) references person on delete cascade
    )`.execute(db)
  await sql`create index pair_member_person on pair_member (workspace_id, person_id)`.execute(db)
  await sql`create index pair_program on pair (workspace_id, program_id, state)`.execute(db)
  await sql`
    create function pair_size() returns trigger language plpgsql as $$
    declare
      members integer;
    begin
      select count(*) into members from pair_member
        where workspace_id = new.workspace_id and pair_id = new.pair_id;
      if members not in (2, 3) and exists
        (select 1 from pair where workspace_id = new.workspace_id and pair_id = new.pair_id) then
        raise exception 'a pair is two or three people, not %', members using errcode = 'check_violation';
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create constraint trigger pair_size after insert on pair deferrable initially deferred
      for each row execute function pair_size()`.execute(db)
  await sql`
    create constraint trigger pair_member_size after insert on pair_member deferrable initially deferred
      for each row execute function pair_size()`.execute(db)
}
