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

/**
 * Everything a round depends on, as it is now.
 * @param locked proposed pairs that stay: they count as standing
 * @param on YYYY-MM-DD in the program's zone
 */
export async function roundFacts(
  { db, cipher }: { readonly db: Db; readonly cipher: Deps['cipher'] },
  { workspaceId, program }: { readonly workspaceId: string; readonly program: Program },
  { seed, on, locked }: { readonly seed: number; readonly on: string; readonly locked: readonly RoundPair[] },
): Promise<RoundInput> {
  return roundInput({
    program,
    people: await candidatesOf(db, cipher, workspaceId, program.id),
    standing: [
      ...(await activePairs(db, workspaceId, program.id)).map(idsOf),
      ...locked.map((pair) => pair.members.map((m) => m.id)),
    ],
    managers: await managerMap(db, workspaceId),
    never: await neverPairs(db, workspaceId),
    past: await pastPairs(db, workspaceId),
    seed,
    on,
  })
}

const idsOf = ({ members }: { readonly members: readonly { readonly personId: string }[] }) =>
  members.map((m) => m.personId)
