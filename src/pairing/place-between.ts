import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { addWorkingDays, atLocal, localDate } from '../delivery/working-time.ts'
import type { Program } from '../program/program.ts'
import type { Bereft } from './bereft-store.ts'
import { areAnswersFew } from './few-answers.ts'
import { isRoundWaiting } from './find-round-store.ts'
import { keepProof } from './keep-proof.ts'
import type { RoundPlan } from './model.ts'
import type { Solve } from './propose-round.ts'
import { roundSeed } from './round.ts'
import { roundFacts } from './round-facts.ts'
import { discardProposed, lastRoundNumber, lockRounds } from './round-store.ts'
import { openSmallRound } from './small-round.ts'
import { tellOfRound } from './tell-of-round.ts'
import { tellNoneFound } from './tell-waiting.ts'

const MORNING = '09:00'

/** Within so many working days who lost a partner has another proposed, or reads that there is none. */
export const WORKING_DAYS_TO_PLACE = 2

/**
 * When somebody who lost a partner is looked after: on the next working day, so that those of one day come together; on
 * the second where a round waits for its lead meanwhile. null: a round is about to be made in any case.
 */
export function placeAt(program: Program, { since }: Bereft, isRoundWaiting: boolean): Date | null {
  const last = addWorkingDays(since, WORKING_DAYS_TO_PLACE, program.holidays)
  if (program.nextRoundOn !== null && program.nextRoundOn <= last) return null
  return atLocal(isRoundWaiting ? last : addWorkingDays(since, 1, program.holidays), MORNING, program.tz)
}

/**
 * Looks for one new partner for each of these: what is found is a small round for the lead, who publishes it; whoever
 * is not placed reads that there is nobody now, and when next.
 */
export async function placeBetween(
  deps: Deps,
  solve: Solve,
  { workspaceId, program, lost }: { workspaceId: string; program: Program; lost: readonly string[] },
  now: Date,
): Promise<void> {
  const on = localDate(now, program.tz)
  const isWaiting = await isRoundWaiting(deps.db, workspaceId, program.id)
  const plan = isWaiting ? null : await planFor(deps, solve, { workspaceId, program, on })
  const pairs = plan?.pairs.filter((pair) => pair.members.some((m) => lost.includes(m.id))) ?? []
  await transaction(deps.db, async (trx) => {
    await lockRounds(trx, workspaceId, program.id)
    const isFree = !(await isRoundWaiting(trx, workspaceId, program.id))
    const made = isFree && plan ? pairs : []
    const placed = new Set(made.flatMap((pair) => pair.members.map((m) => m.id)))
    if (plan && made.length > 0) {
      const small = { by: null, plan: { ...plan, pairs: made, unpaired: [] }, proof: keepProof(deps.cipher, plan) }
      await discardProposed(trx, workspaceId, program.id) // at most one without pairs, which a lead had asked for
      const roundId = await openSmallRound(trx, workspaceId, program, small, now)
      await tellOfRound(trx, workspaceId, { kind: 'round_proposed', program, roundId, on }, now)
    }
    const none = lost.filter((id) => !placed.has(id))
    await tellNoneFound(trx, { workspaceId, program, on }, none, now)
  })
  deps.wake()
}

/** null where too few have answered what decides. */
async function planFor(
  deps: Deps,
  solve: Solve,
  { workspaceId, program, on }: { workspaceId: string; program: Program; on: string },
): Promise<RoundPlan | null> {
  const number = (await lastRoundNumber(deps.db, workspaceId, program.id)) + 1
  const seed = roundSeed(program.seed, number)
  const facts = (await roundFacts(deps, { workspaceId, program }, { seed, on }))([])
  return areAnswersFew(facts) ? null : solve(facts)
}
