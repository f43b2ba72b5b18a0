import type { Deps } from '../database/deps.ts'
import { candidatesOf } from '../enrollment/candidate-store.ts'
import type { Program } from '../program/program.ts'
import { activePairs } from './pair-store.ts'

/** Whether everybody who may be paired in that program has a partner, and there are pairs to look at. */
export async function nobodyWaits({ db, cipher }: Deps, workspaceId: string, program: Program): Promise<boolean> {
  const pairs = await activePairs(db, workspaceId, program.id)
  if (pairs.length === 0) return false
  const placed = new Set(pairs.flatMap((pair) => pair.members.map((m) => m.personId)))
  return (await candidatesOf(db, cipher, workspaceId, program.id)).every((person) => placed.has(person.id))
}
