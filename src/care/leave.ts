import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { enrolledIn } from '../enrollment/enrolled-in.ts'
import { markLeft } from '../enrollment/store.ts'
import { lockRounds } from '../pairing/round-store.ts'
import { firstName } from '../people/person.ts'
import { findPeople } from '../people/store.ts'
import type { Program } from '../program/program.ts'
import { endPairsOf } from './end-pairs.ts'

export interface Left {
  readonly program: Program
  /** first names of those who read that the pairing has ended */
  readonly partners: readonly string[]
}

/**
 * Leaves a program: pairs end neutrally, each partner is told without a reason, and nothing more is sent to who left.
 * The profile stays for a return; what was declared for this program is deleted. Twice is a kind no-op.
 */
export async function leave(
  deps: Deps,
  input: { readonly workspaceId: string; readonly personId: string; readonly programId: number },
  now: Date,
): Promise<Result<Left>> {
  const { workspaceId, personId } = input
  const left = await deps.db.transaction().execute(async (trx): Promise<Result<Left>> => {
    await lockRounds(trx, workspaceId, input.programId) // partners who leave at the same moment wait for each other here
    const enrolled = await enrolledIn(trx, input)
    if (!enrolled) return refuse('not_joined')
    const { program } = enrolled
    if (!(await markLeft(trx, workspaceId, program.id, personId, now))) return refuse('not_joined')
    const told = await endPairsOf(trx, { workspaceId, program, personId }, 'left', now)
    const people = await findPeople(trx, workspaceId, told)
    return done({ program, partners: [...people.values()].map((person) => firstName(person.name)) })
  })
  if (left.ok) deps.wake()
  return left
}
