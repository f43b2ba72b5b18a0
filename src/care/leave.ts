import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { recall } from '../delivery/recall.ts'
import { enrolledIn } from '../enrollment/enrolled-in.ts'
import { markLeft } from '../enrollment/store.ts'
import { lockRounds } from '../pairing/round-store.ts'
import { firstName } from '../people/person.ts'
import { findPeople } from '../people/store.ts'
import type { Program } from '../program/program.ts'
import { endPairsOf } from './end-pairs.ts'
import { knownPartners } from './known-partners.ts'

export interface Left {
  readonly program: Program
  /** first names of those who read that the pairing has ended */
  readonly partners: readonly string[]
  /** false where a message that Slack has not answered for yet may still arrive */
  readonly isQuiet: boolean
}

/**
 * Leaves a program: pairs end neutrally, each partner is told without a reason, and nothing more is sent to who left:
 * what is on its way when they leave has arrived when they read that they have left, or they read that it may still.
 * The profile stays for a return; what was declared for this program is deleted. Twice is a kind no-op.
 */
export async function leave(
  deps: Deps,
  input: { readonly workspaceId: string; readonly personId: string; readonly programId: number },
  now: Date,
): Promise<Result<Left>> {
  const { workspaceId, personId } = input
  const left = await deps.db.transaction().execute(async (trx) => {
    await lockRounds(trx, workspaceId, input.programId) // partners who leave at the same moment wait for each other here
    const enrolled = await enrolledIn(trx, input)
    if (!enrolled) return refuse('not_joined')
    const { program } = enrolled
    if (!(await markLeft(trx, workspaceId, program.id, personId, now))) return refuse('not_joined')
    const { pairs, partners } = await knownPartners(trx, { workspaceId, program, personId })
    const groups = pairs.map((pair) => `pair:${pair.id}`)
    const told = await endPairsOf(trx, { workspaceId, program, personId }, 'left', now)
    const people = await findPeople(
      trx,
      workspaceId,
      told.filter((id) => partners.includes(id)),
    )
    return done({ program, groups, partners: [...people.values()].map((person) => firstName(person.name)) })
  })
  if (!left.ok) return left
  deps.wake()
  const { program, partners, groups } = left.value
  return done({ program, partners, isQuiet: await recall(deps.db, workspaceId, [personId, ...groups]) })
}
