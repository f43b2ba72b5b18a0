import type { Deps } from '../database/deps.ts'
import type { Program } from '../program/program.ts'
import { programsOf } from '../program/store.ts'
import { enrollmentsOf } from './store.ts'

/** The programs somebody is in, resting or not, that have not ended; the oldest first. */
export async function myPrograms(
  deps: Pick<Deps, 'db'>,
  { workspaceId, userId }: { readonly workspaceId: string; readonly userId: string },
): Promise<Program[]> {
  const mine = await enrollmentsOf(deps.db, workspaceId, userId)
  const isIn = new Set(mine.filter((e) => e.state !== 'left').map((e) => e.programId))
  return (await programsOf(deps.db, workspaceId)).filter((p) => p.state !== 'closed' && isIn.has(p.id))
}
