import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '../database/schema.ts'

type Eb = ExpressionBuilder<DB, 'pair' | 'program'>

/** Who is in it; what a person says in the profile wins over what a file said. */
export const people = (eb: Eb) =>
  jsonArrayFrom(
    eb
      .selectFrom('pair_member')
      .innerJoin('person', (join) =>
        join
          .onRef('person.workspace_id', '=', 'pair_member.workspace_id')
          .onRef('person.person_id', '=', 'pair_member.person_id'),
      )
      .leftJoin('profile', (join) =>
        join
          .onRef('profile.workspace_id', '=', 'person.workspace_id')
          .onRef('profile.person_id', '=', 'person.person_id'),
      )
      .leftJoin('enrollment', (join) =>
        join
          .onRef('enrollment.workspace_id', '=', 'pair.workspace_id')
          .onRef('enrollment.program_id', '=', 'pair.program_id')
          .onRef('enrollment.person_id', '=', 'person.person_id'),
      )
      .whereRef('pair_member.workspace_id', '=', 'pair.workspace_id')
      .whereRef('pair_member.pair_id', '=', 'pair.pair_id')
      .orderBy(sql`person.person_id collate "C"`)
      .select([
        'person.person_id as id',
        'pair_member.role',
        'person.name',
        'person.tz',
        sql<number | null>`coalesce(profile.level, person.level)`.as('level'),
        sql<number | null>`coalesce(profile.hours_from, person.hours_from)`.as('from'),
        sql<number | null>`coalesce(profile.hours_to, person.hours_to)`.as('to'),
        sql<string[]>`case when profile.person_id is null then person.offers else profile.offers end`.as('offers'),
        sql<string[]>`case when profile.person_id is null then person.wants else profile.wants end`.as('wants'),
        sql<boolean>`person.left_at is null and coalesce(enrollment.state, 'active') = 'active'`.as('is_active'),
      ]),
  ).as('people')

/** The program's cycles, in order. */
export const cycles = (eb: ExpressionBuilder<DB, 'program'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('cycle')
      .whereRef('cycle.workspace_id', '=', 'program.workspace_id')
      .whereRef('cycle.program_id', '=', 'program.program_id')
      .orderBy('cycle.number')
      .select([
        'cycle.starts_on as startsOn',
        'cycle.ends_on as endsOn',
        'cycle.number',
        'cycle.topic_key as topicKey',
      ]),
  ).as('cycles')

/** The dates of its talks; inside JSON an instant is its ISO text. */
export const talks = (eb: Eb) =>
  jsonArrayFrom(
    eb
      .selectFrom('talk_date')
      .whereRef('talk_date.workspace_id', '=', 'pair.workspace_id')
      .whereRef('talk_date.pair_id', '=', 'pair.pair_id')
      .select([
        'cycle_on as cycleOn',
        'set_by as setBy',
        'moves',
        sql<string>`talk_at`.as('at'),
        sql<string>`set_at`.as('setAt'),
      ]),
  ).as('talks')

/** All who lead it: the program's own before those of the workspace, in the order they were added. */
export const leads = (eb: Eb) =>
  jsonArrayFrom(
    eb
      .selectFrom('lead')
      .innerJoin('person as who', (join) =>
        join.onRef('who.workspace_id', '=', 'lead.workspace_id').onRef('who.person_id', '=', 'lead.person_id'),
      )
      .whereRef('lead.workspace_id', '=', 'pair.workspace_id')
      .where('who.left_at', 'is', null)
      .where((or) => or.or([or('lead.program_id', 'is', null), or('lead.program_id', '=', or.ref('pair.program_id'))]))
      .groupBy(['who.person_id', 'who.name'])
      .orderBy(sql`bool_and(lead.program_id is null)`)
      .orderBy(sql`min(lead.lead_id)`)
      .select(['who.person_id as id', 'who.name']),
  ).as('leads')
