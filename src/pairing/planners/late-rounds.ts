import type { Db } from '../../database/deps.ts'
import type { Planner } from '../../delivery/delivery.ts'
import type { Program } from '../../program/program.ts'
import { findProgram } from '../../program/store.ts'
import { proposedRounds } from '../find-round-store.ts'
import { type LateStep, lateSteps } from '../late-round.ts'
import { remindOfRound } from '../remind-of-round.ts'
import type { Round } from '../round.ts'

/** A proposed round that nobody publishes: the leads are reminded, then whoever was told a day reads that it is late. */
export const lateRoundsPlanner: Planner = {
  name: 'late rounds',
  plan: async (deps, workspaceId, now) => {
    for (const { step, ...of } of await steps(deps.db, workspaceId))
      if (step.at <= now) await remindOfRound(deps, { workspaceId, ...of, step }, now)
  },
  nextAt: async (db, workspaceId, now) => {
    const ahead = (await steps(db, workspaceId)).map(({ step }) => step.at).filter((at) => at > now)
    return ahead.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
  },
}

interface Step {
  readonly program: Program
  readonly round: Round
  readonly step: LateStep
}

async function steps(db: Db, workspaceId: string): Promise<Step[]> {
  const found: Step[] = []
  for (const round of await proposedRounds(db, workspaceId)) {
    const program = await findProgram(db, workspaceId, round.programId)
    if (program && program.state !== 'closed')
      found.push(...lateSteps(program, round).map((step) => ({ program, round, step })))
  }
  return found
}
