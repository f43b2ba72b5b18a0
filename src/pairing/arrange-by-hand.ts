import { done, type Result, refuse } from '../copy/refusal.ts'
import type { Db, Deps } from '../database/deps.ts'
import { localDate } from '../delivery/working-time.ts'
import type { Program } from '../program/program.ts'
import { findProgram } from '../program/store.ts'
import { areAnswersFew } from './few-answers.ts'
import { proposedRound } from './find-round-store.ts'
import { recordTry } from './hand-try-store.ts'
import { mayTry } from './may-try.ts'
import { rearrange, type Rearranged } from './rearrange.ts'
import { type Round, type RoundPair, roundSeed } from './round.ts'
import { type FactsWith, roundFacts } from './round-facts.ts'
import { pairsOfRound } from './round-pair-store.ts'
import { lastRoundNumber, lockRounds } from './round-store.ts'
import { stampOf } from './stamp.ts'

export interface HandPair {
  readonly workspaceId: string
  readonly programId: number
  readonly by: string
  readonly one: string
  readonly other: string
  /** the proposed pair that one of them is taken out of, where the lead named one */
  readonly from?: number
  /** stamp of the pairs whose rearranging the lead has read; left out: none */
  readonly seen?: string
}

export interface Arranged {
  readonly program: Program
  readonly round: Round | undefined
  readonly pairs: readonly RoundPair[]
  readonly arranged: Rearranged
  readonly facts: FactsWith
}

/**
 * What putting these two together would do to the round. Every way by which a lead names two people leads through here,
 * so here tries are counted: under the lock and in the caller's transaction, and the count is asked before the two are
 * looked at. Whichever hard rule keeps two apart, it is the same refusal and the same try; to read that two left over
 * of a swap may not be paired is one too, but for a lead who has read it already.
 */
export async function arrange(
  { cipher }: Pick<Deps, 'cipher'>,
  trx: Db,
  input: HandPair,
  now: Date,
): Promise<Result<Arranged>> {
  const { workspaceId, programId, one, other } = input
  await lockRounds(trx, workspaceId, programId)
  const program = await findProgram(trx, workspaceId, programId)
  if (!program || program.state === 'draft') return refuse('round_gone')
  if (program.state === 'closed') return refuse('program_closed', { name: program.name })
  const may = await mayTry(trx, workspaceId, program, now)
  if (!may.ok) return may
  const round = await proposedRound(trx, workspaceId, programId)
  const pairs = round ? await pairsOfRound(trx, workspaceId, round.id) : []
  if (input.from !== undefined && !pairs.some((pair) => pair.id === input.from)) return refuse('pair_gone')
  if (pairs.some((pair) => [one, other].every((id) => pair.members.some((m) => m.id === id))))
    return refuse('nothing_changed')
  const facts = await factsNow({ db: trx, cipher }, workspaceId, { program, round }, now)
  const everybody = facts([])
  if (areAnswersFew(everybody)) return refuse('too_few_answers', { program: program.name })
  if (![one, other].every((id) => everybody.people.some((p) => p.id === id && p.capacity > 0)))
    return refuse('pair_not_here')
  const arranged = rearrange(everybody, pairs, one, other, input.from)
  if (arranged?.broken.some((pair) => pair.isLocked)) return refuse('pair_locked')
  const isRead = input.seen === stampOf(pairs)
  if (!arranged || (arranged.isApart && !isRead)) await recordTry(trx, workspaceId, input, now)
  return arranged ? done({ program, round, pairs, arranged, facts }) : refuse('pair_forbidden')
}

async function factsNow(
  deps: Pick<Deps, 'db' | 'cipher'>,
  workspaceId: string,
  { program, round }: Pick<Arranged, 'program' | 'round'>,
  now: Date,
): Promise<FactsWith> {
  const number = (await lastRoundNumber(deps.db, workspaceId, program.id)) + 1
  const seed = round?.seed ?? roundSeed(program.seed, number)
  const on = round?.heldOn ?? localDate(now, program.tz)
  return roundFacts(deps, { workspaceId, program }, { seed, on })
}
