import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { Absence } from './undone.ts'

/** Who of them is not there to be paired in that program, and why. */
export async function absences(
  db: Db,
  workspaceId: string,
  programId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Absence>> {
  const rows = await db
    .selectFrom('enrollment')
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'enrollment.workspace_id')
        .onRef('person.person_id', '=', 'enrollment.person_id'),
    )
    .select(['enrollment.person_id', 'enrollment.state', 'person.left_at'])
    .where('enrollment.workspace_id', '=', workspaceId)
    .where('enrollment.program_id', '=', programId)
    .where(sql<boolean>`enrollment.person_id = any(${[...ids]}::text[])`)
    .execute()
  return new Map(
    rows.flatMap(({ person_id, state, left_at }): [string, Absence][] => {
      if (left_at !== null) return [[person_id, 'departed']]
      if (state === 'active') return []
      return [[person_id, state === 'left' ? 'left' : 'resting']]
    }),
  )
}
