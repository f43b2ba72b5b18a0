import { done, type Result, refuse } from '../copy/refusal.ts'
import type { Db, Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { localDate } from '../delivery/working-time.ts'
import type { Program } from '../program/program.ts'
import { findProgram } from '../program/store.ts'
import { areAnswersFew, nobodyPlaced } from './few-answers.ts'
import { keepProof } from './keep-proof.ts'
import type { RoundFigures, RoundInput, RoundPlan } from './model.ts'
import { leastChangeOf } from './reckon/on-thread.ts'
import { type RoundPair, roundSeed } from './round.ts'
import { roundFacts } from './round-facts.ts'
import { adoptPairs, pairsOfRound } from './round-pair-store.ts'
import { proposedRound } from './find-round-store.ts'
import { discardProposed, insertRound, lastRoundNumber, lockRounds, type NewRound } from './round-store.ts'
import { stampOf } from './stamp.ts'
import { tellOfRound } from './tell-of-round.ts'
import { withLocked } from './with-locked.ts'

export type Solve = (input: RoundInput) => Promise<RoundPlan>

/** Leads who change a round while it is reckoned anew are few, and it takes a moment. */
const ATTEMPTS = 3

export interface ProposeInput {
  readonly workspaceId: string
  readonly programId: number
  /** the lead who asked; null: by itself, on its day, and its lead is sent it */
  readonly by: string | null
}

/**
 * Proposes a round: nobody but the leads learns of it before it is published. What was proposed before and not
 * published is taken back, but for pairs that a lead has locked; published pairs stay. Each call has a seed of its own,
 * kept with the round. A round that by itself finds nobody to pair is sent to nobody. Where another lead changes or
 * publishes what was proposed meanwhile, it is reckoned again with that.
 * Refuses a draft, a closed program, when nobody waits for a partner, and a lead where too few have answered what
 * decides; by itself such a round has no pairs, so that all who wait read so and when next.
 */
export async function proposeRound(
  deps: Deps,
  solve: Solve,
  input: ProposeInput,
  now: Date,
): Promise<Result<{ roundId: number; pairs: number }>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const proposed = await proposeOnce(deps, solve, input, now)
    if (proposed === null) continue
    if (proposed.ok) deps.wake()
    return proposed
  }
  return refuse('round_gone')
}

/** @returns null where what it was reckoned from has changed meanwhile: nothing was kept */
async function proposeOnce(
  deps: Deps,
  solve: Solve,
  input: ProposeInput,
  now: Date,
): Promise<Result<{ roundId: number; pairs: number }> | null> {
  const { workspaceId, programId } = input
  const program = await findProgram(deps.db, workspaceId, programId)
  if (!program) return refuse('round_gone')
  if (program.state === 'draft') return refuse('too_early', { program: program.name })
  if (program.state === 'closed') return refuse('program_closed', { name: program.name })
  const before = await proposedNow(deps.db, workspaceId, programId)
  const { locked, lastNumber } = before
  const on = localDate(now, program.tz)
  const seed = roundSeed(program.seed, lastNumber + 1)
  const factsWith = await roundFacts(deps, { workspaceId, program }, { seed, on })
  const facts = factsWith(locked)
  const placed = new Set(facts.taken.flat())
  if (locked.length === 0 && facts.people.every((p) => placed.has(p.id)))
    return refuse('nothing_to_pair', { program: program.name })
  const isFew = areAnswersFew(factsWith([]))
  if (isFew && input.by !== null) return refuse('too_few_answers', { program: program.name })
  const plan = isFew ? nobodyPlaced(facts) : await solve(facts)
  const round = {
    programId,
    heldOn: on,
    proposedBy: input.by,
    plan: { ...plan, figures: figuresOf(plan, facts, locked) },
    leastChange: isFew ? null : await leastChangeOf(facts, plan),
    proof: isFew ? null : keepProof(deps.cipher, plan),
    isSmall: false,
  }
  const pairs = plan.pairs.length + locked.length
  const news = pairs > 0 ? 'round_proposed' : isFew ? 'answers_few' : null
  const tell = input.by === null ? news : null
  const roundId = await keep(deps, { workspaceId, program, before, tell }, round, now)
  return roundId === null ? null : done({ roundId, pairs })
}

const figuresOf = (plan: RoundPlan, facts: RoundInput, locked: readonly RoundPair[]): RoundFigures =>
  withLocked(plan.figures, locked, {
    solvedFor: new Set(facts.people.map((p) => p.id)),
    pairs: plan.pairs.length,
  })

interface Proposed {
  readonly lastNumber: number
  readonly locked: readonly RoundPair[]
  /** changes with every change of what is proposed, and when it is published */
  readonly stamp: string
}

async function proposedNow(db: Db, workspaceId: string, programId: number): Promise<Proposed> {
  const lastNumber = await lastRoundNumber(db, workspaceId, programId)
  const round = await proposedRound(db, workspaceId, programId)
  const pairs = round ? await pairsOfRound(db, workspaceId, round.id) : []
  const locked = pairs.filter((pair) => pair.isLocked)
  return { lastNumber, locked, stamp: [lastNumber, round?.id ?? '', stampOf(pairs), stampOf(locked)].join('/') }
}

interface Keeping {
  readonly workspaceId: string
  readonly program: Program
  /** what was proposed when the round was reckoned */
  readonly before: Proposed
  /** what its lead is sent; null: nothing */
  readonly tell: 'round_proposed' | 'answers_few' | null
}

const keep = (
  deps: Deps,
  { workspaceId, program, before, tell }: Keeping,
  round: Omit<NewRound, 'number'>,
  now: Date,
): Promise<number | null> =>
  transaction(deps.db, async (trx) => {
    await lockRounds(trx, workspaceId, program.id)
    if ((await proposedNow(trx, workspaceId, program.id)).stamp !== before.stamp) return null
    await discardProposed(
      trx,
      workspaceId,
      program.id,
      before.locked.map((pair) => pair.id),
    )
    const id = await insertRound(trx, workspaceId, { ...round, number: before.lastNumber + 1 }, now)
    await adoptPairs(trx, workspaceId, program.id, id)
    if (tell) await tellOfRound(trx, workspaceId, { kind: tell, program, roundId: id, on: round.heldOn }, now)
    return id
  })
