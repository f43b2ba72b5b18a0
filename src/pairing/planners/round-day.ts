import type { Deps } from '../../database/deps.ts'
import type { Planner } from '../../delivery/delivery.ts'
import { atLocal, localDate } from '../../delivery/working-time.ts'
import type { Program } from '../../program/program.ts'
import { programsOf } from '../../program/store.ts'
import { proposedRound } from '../find-round-store.ts'
import { proposeRound, type Solve } from '../propose-round.ts'
import { nextRound } from '../next-round-on.ts'
import { BY_ITSELF, publishRound } from '../publish-round.ts'
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
 * A round of that day that still waits for a lead stays as it is; where nobody waits for a partner the next date is set. Where nobody
 * can be paired there is nothing for a lead to decide: it is published as it is, so that all who wait read why and when.
 */
async function proposeOnItsDay(
  deps: Deps,
  solve: Solve,
  workspaceId: string,
  program: Program,
  now: Date,
): Promise<void> {
  const waiting = await proposedRound(deps.db, workspaceId, program.id)
  // a small round gives way, and so does one that a lead asked for before the day: whoever joined since is in this one
  if (waiting && !waiting.isSmall && waiting.heldOn >= (program.nextRoundOn ?? waiting.heldOn)) {
    if (waiting.proposedBy === null && waiting.figures.paired === 0)
      await publishRound(deps, { workspaceId, roundId: waiting.id, by: BY_ITSELF }, now)
    return
  }
  const proposed = await proposeRound(deps, solve, { workspaceId, programId: program.id, by: null }, now)
  if (proposed.ok && proposed.value.pairs === 0)
    await publishRound(deps, { workspaceId, roundId: proposed.value.roundId, by: BY_ITSELF }, now)
  if (!proposed.ok && program.state === 'running')
    await setNextRound(deps.db, workspaceId, program.id, nextRound(program, localDate(now, program.tz)))
}
