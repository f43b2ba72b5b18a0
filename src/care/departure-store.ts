import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'

/** Somebody whose account is deactivated while they are in a program. */
export interface Departure {
  readonly programId: number
  readonly personId: string
  readonly leftAt: Date
}

/** Everybody who has left the company and still has a place in a program, by program and person. */
export async function departures(db: Db, workspaceId: string): Promise<readonly Departure[]> {
  const rows = await db
    .selectFrom('enrollment as e')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'e.workspace_id').onRef('p.person_id', '=', 'e.person_id'),
    )
    .select(['e.program_id as programId', 'e.person_id as personId', 'p.left_at'])
    .where('e.workspace_id', '=', workspaceId)
    .where('e.state', '<>', 'left')
    .where('p.left_at', 'is not', null)
    .orderBy('e.program_id')
    .orderBy(sql`e.person_id collate "C"`)
    .execute()
  return rows.flatMap(({ left_at: leftAt, ...who }) => (leftAt === null ? [] : [{ ...who, leftAt }]))
}
