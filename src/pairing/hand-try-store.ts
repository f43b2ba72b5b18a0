import type { Db } from '../database/deps.ts'
import { recordAct } from '../people/audit-store.ts'

const VERB = 'pair.refused'

/** A lead named two people who may not be paired. Which two is not kept: the record would be the list it protects. */
export const recordTry = (
  db: Db,
  workspaceId: string,
  { programId, by }: { readonly programId: number; readonly by: string },
  now: Date,
): Promise<void> => recordAct(db, workspaceId, { actorId: by, verb: VERB, subject: String(programId) }, now)

/** When the latest of such tries were made in that program, by whichever lead; newest first. */
export async function latestTries(db: Db, workspaceId: string, programId: number, count: number): Promise<Date[]> {
  const rows = await db
    .selectFrom('audit')
    .select('at')
    .where('workspace_id', '=', workspaceId)
    .where('verb', '=', VERB)
    .where('subject', '=', String(programId))
    .orderBy('at', 'desc')
    .limit(count)
    .execute()
  return rows.map((row) => row.at)
}
