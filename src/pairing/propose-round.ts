import { done, type Result, refuse } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { localDate } from '../delivery/working-time.ts'
import type { Program } from '../program/program.ts'
import { findProgram } from '../program/store.ts'
import { keepProof } from './keep-proof.ts'
import type { RoundInput, RoundPlan } from './model.ts'
import { leastChangeOf } from './reckon/on-thread.ts'
import { type RoundPair, roundSeed } from './round.ts'
import { roundFacts } from './round-facts.ts'
import { adoptPairs, pairsOfRound } from './round-pair-store.ts'
import { proposedRound } from './find-round-store.ts'
import { discardProposed, insertRound, lastRoundNumber, lockRounds, type NewRound } from './round-store.ts'
import { tellOfRound } from './tell-of-round.ts'
import { withLocked } from './with-locked.ts'

export type Solve = (input: RoundInput) => Promise<RoundPlan>

export interface ProposeInput {
  readonly workspaceId: string
  readonly programId: number
  /** the lead who asked; null: by itself, on its day, and its lead is sent it */
  readonly by: string | null
}

/**
 * Proposes a round: nobody but the leads learns of it before it is published. What was proposed before and not
 * published is taken back, but for pairs that a lead has locked; published pairs stay. Each call has a seed of its own,
 * kept with the round. A round that by itself finds nobody to pair is sent to nobody.
 * Refuses a draft, a closed program, and when nobody waits for a partner.
 */
export async function proposeRound(
  deps: Deps,
  solve: Solve,
  input: ProposeInput,
  now: Date,
): Promise<Result<{ roundId: number; pairs: number }>> {
  const { workspaceId, programId } = input
  const program = await findProgram(deps.db, workspaceId, programId)
  if (!program) return refuse('round_gone')
  if (program.state === 'draft') return refuse('too_early', { program: program.name })
  if (program.state === 'closed') return refuse('program_closed', { name: program.name })
  const locked = await lockedPairs(deps, workspaceId, programId)
  const number = (await lastRoundNumber(deps.db, workspaceId, programId)) + 1
  const on = localDate(now, program.tz)
  const seed = roundSeed(program.seed, number)
  const facts = (await roundFacts(deps, { workspaceId, program }, { seed, on }))(locked)
  const placed = new Set(facts.taken.flat())
  if (locked.length === 0 && facts.people.every((p) => placed.has(p.id)))
    return refuse('nothing_to_pair', { program: program.name })
  const plan = await solve(facts)
  const figures = withLocked(plan.figures, locked, {
    solvedFor: new Set(facts.people.map((p) => p.id)),
    pairs: plan.pairs.length,
  })
  const round = {
    programId,
    heldOn: on,
    proposedBy: input.by,
    plan: { ...plan, figures },
    leastChange: await leastChangeOf(facts, plan),
    proof: keepProof(deps.cipher, plan),
    isSmall: false,
  }
  const pairs = plan.pairs.length + locked.length
  const roundId = await keep(deps, { workspaceId, program, locked, tell: input.by === null && pairs > 0 }, round, now)
  deps.wake()
  return done({ roundId, pairs })
}

async function lockedPairs(deps: Deps, workspaceId: string, programId: number): Promise<RoundPair[]> {
  const before = await proposedRound(deps.db, workspaceId, programId)
  if (!before) return []
  return (await pairsOfRound(deps.db, workspaceId, before.id)).filter((pair) => pair.isLocked)
}

interface Keeping {
  readonly workspaceId: string
  readonly program: Program
  readonly locked: readonly RoundPair[]
  /** whether its lead is sent it */
  readonly tell: boolean
}

const keep = (
  deps: Deps,
  { workspaceId, program, locked, tell }: Keeping,
  round: Omit<NewRound, 'number'>,
  now: Date,
): Promise<number> =>
  transaction(deps.db, async (trx) => {
    await lockRounds(trx, workspaceId, program.id)
    await discardProposed(
      trx,
      workspaceId,
      program.id,
      locked.map((pair) => pair.id),
    )
    const number = (await lastRoundNumber(trx, workspaceId, program.id)) + 1
    const id = await insertRound(trx, workspaceId, { ...round, number }, now)
    await adoptPairs(trx, workspaceId, program.id, id)
    if (tell) await tellOfRound(trx, workspaceId, { program, roundId: id, on: round.heldOn }, now)
    return id
  })
