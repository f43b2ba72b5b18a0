import { done, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { arrange, type HandPair } from './arrange-by-hand.ts'
import { inProposed, leftOver } from './edit-pair.ts'
import type { ForcedPrice } from './plan/price-of-forcing.ts'
import type { Solve } from './propose-round.ts'
import type { Rearranged } from './rearrange.ts'
import { priceOf } from './reckon/on-thread.ts'
import { dropPairs, insertPairs } from './round-pair-store.ts'
import { setUnpaired } from './round-store.ts'
import { NO_FIGURES, openSmallRound } from './small-round.ts'
import { stampOf } from './stamp.ts'

/** Among fewer people who are free, what a pair costs tells which of the others may not be paired: no price is named. */
const PRICED_FROM = 10

export interface HandLook extends Rearranged {
  /** what the best round with this pair lacks against the best without; null where there is nothing to compare */
  readonly price: ForcedPrice | null
  /** whether a price could tell what others said in confidence, and is kept back */
  readonly isPriceKept: boolean
  /** of the pairs that were rearranged */
  readonly stamp: string
}

/**
 * What pairing these two by hand would do and cost; changes nothing but the count of tries. One refusal for all hard
 * rules.
 */
export async function lookAtHandPair(deps: Deps, solve: Solve, input: HandPair, now: Date): Promise<Result<HandLook>> {
  const found = await transaction(deps.db, (trx) => arrange(deps, trx, input, now))
  if (!found.ok) return found
  const { round, pairs, arranged, facts } = found.value
  const stamp = stampOf(pairs)
  const rest = facts(pairs.filter((pair) => pair.isLocked && !arranged.broken.includes(pair)))
  if (rest.people.length < PRICED_FROM) return done({ ...arranged, price: null, isPriceKept: true, stamp })
  const isAsSolved = round !== undefined && !round.isSmall && !pairs.some((pair) => pair.isLocked)
  // both are solved at once: whoever asked is waiting
  const [figures, forced] = await Promise.all([
    isAsSolved ? round.figures : solve(rest).then((plan) => plan.figures),
    priceOf(rest, NO_FIGURES, input.one, input.other),
  ])
  const price = forced && {
    people: figures.paired + forced.people,
    repeats: forced.repeats - figures.repeats,
    total: figures.total + forced.total,
  }
  return done({ ...arranged, price, isPriceKept: false, stamp })
}

/**
 * Puts two people together in the round that waits for a lead, and locks the pair; where none waits, in a small round of
 * its own. Refuses to break a pair that is locked; and with one sentence whatever hard rule keeps the two apart.
 * @returns the round they are in
 */
export async function pairByHand(deps: Deps, input: HandPair, now: Date): Promise<Result<{ roundId: number }>> {
  const { workspaceId, programId } = input
  return transaction(deps.db, async (trx): Promise<Result<{ roundId: number }>> => {
    const found = await arrange(deps, trx, input, now)
    if (!found.ok) return found
    const { program, round: before, arranged, pairs } = found.value
    const roundId = before?.id ?? (await openSmallRound(trx, workspaceId, program, { by: input.by }, now))
    return inProposed({ ...deps, db: trx }, { workspaceId, roundId }, async (same, round) => {
      await dropPairs(
        same,
        workspaceId,
        arranged.broken.map((pair) => pair.id),
      )
      await insertPairs(same, workspaceId, programId, roundId, [arranged.made], true)
      await insertPairs(same, workspaceId, programId, roundId, arranged.formed)
      const standing = [...pairs.filter((pair) => !arranged.broken.includes(pair)), arranged.made, ...arranged.formed]
      await setUnpaired(same, workspaceId, roundId, leftOver(round.unpaired, standing, arranged.left))
      return done({ roundId })
    })
  })
}
