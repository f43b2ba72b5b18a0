import { done, type Result, refuse } from '../copy/refusal.ts'
import type { Db, Deps } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import { localDate } from '../delivery/working-time.ts'
import { candidatesOf } from '../enrollment/candidate-store.ts'
import { neverPairs } from '../enrollment/exclusion-store.ts'
import { managerMap } from '../people/store.ts'
import type { Program } from '../program/program.ts'
import { findProgram, leadsOf } from '../program/store.ts'
import { pastPairs } from './history-store.ts'
import type { RoundInput, RoundPlan } from './model.ts'
import { activePairs } from './pair-store.ts'
import { roundSeed } from './round.ts'
import { roundInput } from './round-input.ts'
import { discardProposed, insertRound, lastRoundNumber, lockRounds } from './round-store.ts'

export type Solve = (input: RoundInput) => Promise<RoundPlan>

export interface ProposeInput {
  readonly workspaceId: string
  readonly programId: number
  /** the lead who asked; null: by itself, on its day, and the leads are sent it */
  readonly by: string | null
}

/**
 * Proposes a round: nobody but the leads learns of it before it is published. What was proposed before and not
 * published is taken back; published pairs stay. Each call has a seed of its own, kept with the round.
 * Refuses a draft, a closed program, and when nobody waits for a partner.
 */
export async function proposeRound(
  deps: Deps,
  solve: Solve,
  input: ProposeInput,
  now: Date,
): Promise<Result<{ roundId: number }>> {
  const { workspaceId, programId } = input
  const program = await findProgram(deps.db, workspaceId, programId)
  if (!program) return refuse('round_gone')
  if (program.state === 'draft') return refuse('too_early', { program: program.name })
  if (program.state === 'closed') return refuse('program_closed', { name: program.name })
  const number = (await lastRoundNumber(deps.db, workspaceId, programId)) + 1
  const heldOn = localDate(now, program.tz)
  const facts = await factsOf(deps, workspaceId, program, roundSeed(program.seed, number), heldOn)
  const placed = new Set(facts.taken.flat())
  if (facts.people.every((p) => placed.has(p.id))) return refuse('nothing_to_pair', { program: program.name })
  const plan = await solve(facts)
  const roundId = await deps.db.transaction().execute(async (trx) => {
    await lockRounds(trx, workspaceId, programId)
    await discardProposed(trx, workspaceId, programId)
    const last = await lastRoundNumber(trx, workspaceId, programId)
    const id = await insertRound(
      trx,
      workspaceId,
      { programId, number: last + 1, heldOn, proposedBy: input.by, plan },
      now,
    )
    if (input.by === null) await tellLeads(trx, workspaceId, programId, id, heldOn, now)
    return id
  })
  deps.wake()
  return done({ roundId })
}

async function factsOf(
  deps: Deps,
  workspaceId: string,
  program: Program,
  seed: number,
  on: string,
): Promise<RoundInput> {
  const { db, cipher } = deps
  return roundInput({
    program,
    people: await candidatesOf(db, cipher, workspaceId, program.id),
    standing: await activePairs(db, workspaceId, program.id),
    managers: await managerMap(db, workspaceId),
    never: await neverPairs(db, workspaceId),
    past: await pastPairs(db, workspaceId),
    seed,
    on,
  })
}

async function tellLeads(
  trx: Db,
  workspaceId: string,
  programId: number,
  roundId: number,
  cycleOn: string,
  now: Date,
): Promise<void> {
  const leads = await leadsOf(trx, workspaceId, programId)
  await enqueue(
    trx,
    leads.map((recipient) => ({
      workspaceId,
      kind: 'round_proposed',
      subject: String(roundId),
      cycleOn,
      recipient,
      dueAt: now,
    })),
    now,
  )
}
