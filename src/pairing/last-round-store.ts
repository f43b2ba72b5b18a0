import type { Db } from '../database/deps.ts'
import { localDate } from '../delivery/working-time.ts'
import type { Program } from '../program/program.ts'
import type { LeftOver } from './left-over.ts'
import type { Unpaired } from './model.ts'

/** Whom the last round of everybody left without a partner, and why; undefined before the first is published. */
export async function lastLeftOver(
  db: Db,
  workspaceId: string,
  program: Pick<Program, 'id' | 'tz'>,
): Promise<LeftOver | undefined> {
  const row = await db
    .selectFrom('round')
    .select(['published_at', 'unpaired'])
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', program.id)
    .where('state', '=', 'published')
    // one between rounds looks at a few people, and says nothing of those who wait besides
    .where('is_small', '=', false)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row?.published_at) return undefined
  const unpaired = row.unpaired as readonly Unpaired[] // the round's store writes Unpaired[] there, nothing else does
  return { on: localDate(row.published_at, program.tz), unpaired: new Map(unpaired.map((one) => [one.id, one])) }
}
