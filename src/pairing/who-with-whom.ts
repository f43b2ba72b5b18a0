import type { Db } from '../database/deps.ts'
import { proposedRound } from './find-round-store.ts'
import { pairsOfRound } from './round-pair-store.ts'

/** Who is with whom in the round that waits for a lead, the same words for the same pairs; empty where there are none. */
export async function whoWithWhom(db: Db, workspaceId: string, programId: number): Promise<string> {
  const round = await proposedRound(db, workspaceId, programId)
  const pairs = round ? await pairsOfRound(db, workspaceId, round.id) : []
  return pairs
    .map(({ members }) =>
      members
        .map(({ id, role }) => `${role} ${id}`)
        .toSorted()
        .join('+'),
    )
    .toSorted()
    .join(', ')
}
