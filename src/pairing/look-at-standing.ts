import type { Db } from '../database/deps.ts'
import { skillLabels } from '../people/skill-store.ts'
import { findPeople } from '../people/store.ts'
import { type LookNames, namesOf } from './look-names.ts'
import type { PlannedPair } from './model.ts'
import { standingPairs } from './round-pair-store.ts'

/** A published pair that stands, with why it was made. */
export interface StandingPair extends Pick<PlannedPair, 'members' | 'reasons'> {
  readonly id: number
  /** YYYY-MM-DD */
  readonly since: string | null
}

/** The standing pairs of a program for its lead: who, why, since when. Never how they are getting on. */
export async function lookAtStanding(
  db: Db,
  workspaceId: string,
  programId: number,
): Promise<{ readonly pairs: readonly StandingPair[]; readonly names: LookNames }> {
  const pairs = await standingPairs(db, workspaceId, programId)
  const ids = pairs.flatMap((pair) => pair.members.map((m) => m.id))
  return { pairs, names: namesOf(await findPeople(db, workspaceId, ids), await skillLabels(db, workspaceId)) }
}
