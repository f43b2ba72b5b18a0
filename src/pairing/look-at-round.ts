import { done, type Result, refuse } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { localDate } from '../delivery/working-time.ts'
import { candidatesOf } from '../enrollment/candidate-store.ts'
import { skillLabels } from '../people/skill-store.ts'
import { findPeople } from '../people/store.ts'
import { KINDS } from '../program/kinds.ts'
import type { Program } from '../program/program.ts'
import { findProgram } from '../program/store.ts'
import { type LookNames, namesOf } from './look-names.ts'
import { activePairs } from './pair-store.ts'
import type { Round, RoundPair } from './round.ts'
import { type RoundDates, roundDates } from './round-dates.ts'
import { pairsOfRound } from './round-pair-store.ts'
import { findRound } from './find-round-store.ts'

/** Everything a lead is shown of a round. */
export interface RoundLook {
  readonly program: Program
  readonly round: Round
  readonly pairs: readonly RoundPair[]
  readonly noLevel: number
  readonly noManager: number
  /** pairs of earlier rounds that stand in the program */
  readonly standing: number
  readonly names: LookNames
  readonly dates: RoundDates
}

/** Reads a round for its lead as of `now`; changes nothing. Refuses a round that is not there. */
export async function lookAtRound(
  deps: Deps,
  input: { readonly workspaceId: string; readonly roundId: number },
  now: Date,
): Promise<Result<RoundLook>> {
  const { db, cipher } = deps
  const { workspaceId } = input
  const round = await findRound(db, workspaceId, input.roundId)
  const program = round && (await findProgram(db, workspaceId, round.programId))
  if (!round || !program) return refuse('round_gone')
  const pairs = await pairsOfRound(db, workspaceId, round.id)
  const enrolled = await candidatesOf(db, cipher, workspaceId, program.id)
  const ids = [...pairs.flatMap((pair) => pair.members.map((m) => m.id)), ...round.unpaired.map((u) => u.id)]
  return done({
    program,
    round,
    pairs,
    noLevel: KINDS[program.kind].levelRule === null ? 0 : enrolled.filter((p) => p.level === null).length,
    noManager: enrolled.filter((p) => p.managerId === null).length,
    standing: (await activePairs(db, workspaceId, program.id)).length,
    dates: roundDates(program, round, localDate(now, program.tz)),
    names: namesOf(await findPeople(db, workspaceId, ids), await skillLabels(db, workspaceId)),
  })
}
