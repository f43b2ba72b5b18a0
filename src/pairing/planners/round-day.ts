import type { Deps } from '../../database/deps.ts'
import type { Planner } from '../../delivery/delivery.ts'
import { atLocal, localDate } from '../../delivery/working-time.ts'
import type { Program } from '../../program/program.ts'
import { programsOf } from '../../program/store.ts'
import { isRoundWaiting, proposedRound } from '../find-round-store.ts'
import { proposeRound, type Solve } from '../propose-round.ts'
import { nextRound } from '../next-round-on.ts'
import { BY_ITSELF, publishRound } from '../publish-round.ts'
import type { Round } from '../round.ts'
import { setNextRound } from '../round-store.ts'

/** When a round proposes itself, in the program's zone. */
const ROUND_TIME = '09:00'

/** On `next_round_on` the round proposes itself and its lead is sent it; nobody is paired until a lead publishes. */
export const roundDayPlanner = (solve: Solve): Planner => ({
  name: 'rounds',
  plan: async (deps, workspaceId, now) => {
    for (const program of await programsOf(deps.db, workspaceId)) {
      const at = roundAt(program)
      if (at !== null && at <= now) await proposeOnItsDay(deps, solve, workspaceId, program, now)
    }
  },
  nextAt: async (db, workspaceId, now) => {
    const ahead = (await programsOf(db, workspaceId)).map(roundAt).filter((at) => at !== null && at > now)
    return ahead.reduce<Date | null>((least, at) => (least === null || (at !== null && at < least) ? at : least), null)
  },
})

const roundAt = (program: Program): Date | null =>
  program.nextRoundOn === null || (program.state !== 'open' && program.state !== 'running')
    ? null
    : atLocal(program.nextRoundOn, ROUND_TIME, program.tz)

/**
 * Pairs of that day that still wait for a lead stay as they are; where nobody waits for a partner the next date is set,
 * also where nobody has joined. Where nobody can be paired there is nothing for a lead to decide: the round is published
 * as it is, so that all who wait read why and when.
 */
async function proposeOnItsDay(
  deps: Deps,
  solve: Solve,
  workspaceId: string,
  program: Program,
  now: Date,
): Promise<void> {
  const waiting = await proposedRound(deps.db, workspaceId, program.id)
  const fate = waiting ? await fateOf(deps, { workspaceId, program, round: waiting }, now) : 'anew'
  if (waiting && fate === 'publish') await publishRound(deps, { workspaceId, roundId: waiting.id, by: BY_ITSELF }, now)
  if (fate !== 'anew') return
  const proposed = await proposeRound(deps, solve, { workspaceId, programId: program.id, by: null }, now)
  if (proposed.ok && proposed.value.pairs === 0)
    await publishRound(deps, { workspaceId, roundId: proposed.value.roundId, by: BY_ITSELF }, now)
  if (!proposed.ok && proposed.refusal.code === 'nothing_to_pair')
    await setNextRound(deps.db, workspaceId, program.id, nextRound(program, localDate(now, program.tz)))
}

/**
 * What becomes of the round that is there on the day. A small one gives way to another, and so does one that a lead asked
 * for before the day, or in which there never was a pair: whoever joined since is in the new one. One whose pairs were all
 * taken apart is left to the lead until the day is over.
 */
async function fateOf(
  { db }: Deps,
  { workspaceId, program, round }: { workspaceId: string; program: Program; round: Round },
  now: Date,
): Promise<'leave' | 'publish' | 'anew'> {
  if (round.isSmall || round.heldOn < (program.nextRoundOn ?? round.heldOn)) return 'anew'
  if (await isRoundWaiting(db, workspaceId, program.id)) return 'leave'
  if (round.figures.paired > 0) return round.heldOn === localDate(now, program.tz) ? 'leave' : 'anew'
  return round.proposedBy === null ? 'publish' : 'anew'
}
