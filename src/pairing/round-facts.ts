import type { Db, Deps } from '../database/deps.ts'
import { candidatesOf } from '../enrollment/candidate-store.ts'
import { neverPairs } from '../enrollment/exclusion-store.ts'
import { managerMap } from '../people/store.ts'
import type { Program } from '../program/program.ts'
import { pastPairs } from './history-store.ts'
import type { RoundInput } from './model.ts'
import { activePairs } from './pair-store.ts'
import { roundInput } from './round-input.ts'
import type { RoundPair } from './round.ts'

/** What the solver is given, with these proposed pairs staying: they count as standing. */
export type FactsWith = (locked: readonly RoundPair[]) => RoundInput

/**
 * Everything a round depends on, read once, as it is now.
 * @param on YYYY-MM-DD in the program's zone
 */
export async function roundFacts(
  { db, cipher }: { readonly db: Db; readonly cipher: Deps['cipher'] },
  { workspaceId, program }: { readonly workspaceId: string; readonly program: Program },
  { seed, on }: { readonly seed: number; readonly on: string },
): Promise<FactsWith> {
  const active = await activePairs(db, workspaceId, program.id)
  const standing = active.map((pair) => pair.members.map((m) => m.personId))
  const known = {
    program,
    people: await candidatesOf(db, cipher, workspaceId, program.id),
    managers: await managerMap(db, workspaceId),
    never: await neverPairs(db, workspaceId),
    past: await pastPairs(db, workspaceId),
    seed,
    on,
  }
  return (locked) =>
    roundInput({ ...known, standing: [...standing, ...locked.map((pair) => pair.members.map((m) => m.id))] })
}
