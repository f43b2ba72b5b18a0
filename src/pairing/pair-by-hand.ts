import { done, type Result, refuse } from '../copy/refusal.ts'
import type { Db, Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { localDate } from '../delivery/working-time.ts'
import type { Program } from '../program/program.ts'
import { findProgram } from '../program/store.ts'
import { inProposed, leftOver } from './edit-pair.ts'
import type { ForcedPrice } from './plan/price-of-forcing.ts'
import type { Solve } from './propose-round.ts'
import { rearrange, type Rearranged } from './rearrange.ts'
import { priceOf } from './reckon/on-thread.ts'
import { type Round, type RoundPair, roundSeed } from './round.ts'
import { type FactsWith, roundFacts } from './round-facts.ts'
import { dropPairs, insertPairs, pairsOfRound } from './round-pair-store.ts'
import { proposedRound } from './find-round-store.ts'
import { lastRoundNumber, lockRounds, setUnpaired } from './round-store.ts'
import { NO_FIGURES, openSmallRound } from './small-round.ts'

export interface HandPair {
  readonly workspaceId: string
  readonly programId: number
  readonly by: string
  readonly one: string
  readonly other: string
  /** the proposed pair that one of them is taken out of, where the lead named one */
  readonly from?: number
}

export interface HandLook extends Rearranged {
  /** what the best round with this pair lacks against the best without; null where there is nothing to compare */
  readonly price: ForcedPrice | null
}

/** What pairing these two by hand would do and cost; changes nothing. One refusal for all hard rules. */
export async function lookAtHandPair(deps: Deps, solve: Solve, input: HandPair, now: Date): Promise<Result<HandLook>> {
  const found = await arrange(deps, deps.db, input, now)
  if (!found.ok) return found
  const { round, pairs, arranged, facts } = found.value
  const rest = facts(pairs.filter((pair) => pair.isLocked && !arranged.broken.includes(pair)))
  const isAsSolved = round !== undefined && !round.isSmall && !pairs.some((pair) => pair.isLocked)
  // both are solved at once: whoever asked is waiting
  const [figures, forced] = await Promise.all([
    isAsSolved ? round.figures : solve(rest).then((plan) => plan.figures),
    priceOf(rest, NO_FIGURES, input.one, input.other),
  ])
  return done({
    ...arranged,
    price: forced && {
      people: figures.paired + forced.people,
      repeats: forced.repeats - figures.repeats,
      total: figures.total + forced.total,
    },
  })
}

/**
 * Puts two people together in the round that waits for a lead, and locks the pair; where none waits, in a small round of
 * its own. Refuses to break a pair that is locked; and with one sentence whatever hard rule keeps the two apart.
 * @returns the round they are in
 */
export async function pairByHand(deps: Deps, input: HandPair, now: Date): Promise<Result<{ roundId: number }>> {
  const { workspaceId, programId } = input
  return transaction(deps.db, async (trx): Promise<Result<{ roundId: number }>> => {
    await lockRounds(trx, workspaceId, programId)
    const before = await proposedRound(trx, workspaceId, programId)
    const found = await arrange(deps, trx, input, now)
    if (!found.ok) return found
    const roundId = before?.id ?? (await openSmallRound(trx, workspaceId, found.value.program, { by: input.by }, now))
    const { arranged, pairs } = found.value
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

interface Arranged {
  readonly program: Program
  readonly round: Round | undefined
  readonly pairs: readonly RoundPair[]
  readonly arranged: Rearranged
  readonly facts: FactsWith
}

async function arrange(deps: Deps, db: Db, input: HandPair, now: Date): Promise<Result<Arranged>> {
  const { workspaceId, programId, one, other } = input
  const program = await findProgram(db, workspaceId, programId)
  if (!program || program.state === 'draft') return refuse('round_gone')
  if (program.state === 'closed') return refuse('program_closed', { name: program.name })
  const round = await proposedRound(db, workspaceId, programId)
  const pairs = round ? await pairsOfRound(db, workspaceId, round.id) : []
  if (input.from !== undefined && !pairs.some((pair) => pair.id === input.from)) return refuse('pair_gone')
  const together = pairs.some((pair) => [one, other].every((id) => pair.members.some((m) => m.id === id)))
  if (together) return refuse('nothing_changed')
  const number = (await lastRoundNumber(db, workspaceId, program.id)) + 1
  const seed = round?.seed ?? roundSeed(program.seed, number)
  const on = round?.heldOn ?? localDate(now, program.tz)
  const facts = await roundFacts({ db, cipher: deps.cipher }, { workspaceId, program }, { seed, on })
  const everybody = facts([])
  if (![one, other].every((id) => everybody.people.some((p) => p.id === id && p.capacity > 0)))
    return refuse('pair_not_here')
  const arranged = rearrange(everybody, pairs, one, other, input.from)
  if (!arranged) return refuse('pair_forbidden')
  if (arranged.broken.some((pair) => pair.isLocked)) return refuse('pair_locked')
  return done({ program, round, pairs, arranged, facts })
}
