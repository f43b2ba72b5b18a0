import { sql } from 'kysely'
import type { Cipher } from '../database/cipher.ts'
import type { Db } from '../database/deps.ts'
import type { Hours, Role } from '../people/person.ts'
import { openAttribute } from './attribute-store.ts'

/**
 * One person as a round sees them: enrolled, not resting, still in the company. What they said themselves wins over
 * what a file said; null is "not known".
 */
export interface CandidateFacts {
  readonly id: string
  readonly role: Role
  readonly level: number | null
  readonly team: string | null
  readonly site: string | null
  readonly managerId: string | null
  readonly tz: string
  readonly hours: Hours | null
  readonly languages: readonly string[]
  readonly offers: readonly string[]
  readonly wants: readonly string[]
  /** partners wanted at once; standing pairs are not subtracted yet */
  readonly capacity: number
  readonly asyncFirst: boolean
  /** declared and consented for this program */
  readonly attribute: string | null
  /** rounds waited */
  readonly waiting: number
}

/** Everybody a round of that program may pair, by id. */
export async function candidatesOf(
  db: Db,
  cipher: Cipher,
  workspaceId: string,
  programId: number,
): Promise<CandidateFacts[]> {
  const rows = await enrolledHere(db, workspaceId, programId).execute()
  return rows.map(({ hours_from: from, hours_to: to, attribute, ...row }) => ({
    ...row,
    hours: from === null || to === null ? null : { from, to },
    attribute: attribute && openAttribute(cipher, { workspaceId, programId, personId: row.id }, attribute),
  }))
}

const enrolledHere = (db: Db, workspaceId: string, programId: number) =>
  db
    .selectFrom('enrollment as e')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'e.workspace_id').onRef('p.person_id', '=', 'e.person_id'),
    )
    .leftJoin('profile as f', (join) =>
      join.onRef('f.workspace_id', '=', 'e.workspace_id').onRef('f.person_id', '=', 'e.person_id'),
    )
    .select([
      'e.person_id as id',
      'e.role',
      'e.capacity',
      'e.attribute',
      'e.rounds_waited as waiting',
      'p.team',
      'p.site',
      'p.tz',
      sql<number | null>`coalesce(f.level, p.level)`.as('level'),
      sql<string | null>`coalesce(f.manager_id, p.manager_id)`.as('managerId'),
      sql<number | null>`case when f.hours_from is null then p.hours_from else f.hours_from end`.as('hours_from'),
      sql<number | null>`case when f.hours_from is null then p.hours_to else f.hours_to end`.as('hours_to'),
      sql<string[]>`case when cardinality(f.languages) > 0 then f.languages else p.languages end`.as('languages'),
      sql<string[]>`coalesce(f.offers, p.offers)`.as('offers'),
      sql<string[]>`coalesce(f.wants, p.wants)`.as('wants'),
      sql<boolean>`coalesce(f.is_async_first, false)`.as('asyncFirst'),
    ])
    .where('e.workspace_id', '=', workspaceId)
    .where('e.program_id', '=', programId)
    .where('e.state', '=', 'active')
    .where('p.left_at', 'is', null)
    .where('p.is_bot', '=', false)
    .where('p.is_guest', '=', false)
    .orderBy(sql`e.person_id collate "C"`)
