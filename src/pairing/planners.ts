import type { Deps } from '../database/deps.ts'
import type { DueRow, MessageKinds, Planner, RenderDeps, Rendered } from '../delivery/delivery.ts'
import { atLocal, localDate } from '../delivery/working-time.ts'
import { firstName } from '../people/person.ts'
import { findPeople } from '../people/store.ts'
import type { Program } from '../program/program.ts'
import { findProgram, leadName, programsOf } from '../program/store.ts'
import { lookAtRound } from './look-at-round.ts'
import { proposeRound, type Solve } from './propose-round.ts'
import { nextRound } from './publish-round.ts'
import { findRound, proposedRound, setNextRound } from './round-store.ts'
import { roundMessage } from './views/round-view.ts'
import { waitingMessage } from './views/waiting-view.ts'

/** When a round proposes itself, in the program's zone. */
const ROUND_TIME = '09:00'

/** On `next_round_on` the round proposes itself and its leads are sent it; nobody is paired until one of them publishes. */
export function pairingPlanners(solve: Solve): readonly Planner[] {
  return [
    {
      name: 'rounds',
      plan: async (deps, workspaceId, now) => {
        for (const program of await due(deps, workspaceId, now))
          await proposeOnItsDay(deps, solve, workspaceId, program, now)
      },
      nextAt: async (db, workspaceId, now) => {
        const ahead = (await programsOf(db, workspaceId)).map(roundAt).filter((at) => at !== null && at > now)
        return ahead.reduce<Date | null>(
          (least, at) => (least === null || (at !== null && at < least) ? at : least),
          null,
        )
      },
    },
  ]
}

const roundAt = (program: Program): Date | null =>
  program.nextRoundOn === null || (program.state !== 'open' && program.state !== 'running')
    ? null
    : atLocal(program.nextRoundOn, ROUND_TIME, program.tz)

async function due(deps: Deps, workspaceId: string, now: Date): Promise<Program[]> {
  return (await programsOf(deps.db, workspaceId)).filter((program) => {
    const at = roundAt(program)
    return at !== null && at <= now
  })
}

/** A round that still waits for a lead stays as it is; where nobody waits for a partner the next date is set. */
async function proposeOnItsDay(
  deps: Deps,
  solve: Solve,
  workspaceId: string,
  program: Program,
  now: Date,
): Promise<void> {
  if (await proposedRound(deps.db, workspaceId, program.id)) return
  const proposed = await proposeRound(deps, solve, { workspaceId, programId: program.id, by: null }, now)
  if (!proposed.ok && program.state === 'running') {
    await setNextRound(deps.db, workspaceId, program.id, nextRound(program, localDate(now, program.tz)))
  }
}

/** The lead's round to read, and why somebody waits. */
export const pairingMessages: MessageKinds = {
  round_proposed: { priority: 60, isUnasked: false, render: renderProposed },
  waiting: { priority: 60, isUnasked: true, render: renderWaiting },
}

async function renderProposed(deps: RenderDeps, row: DueRow): Promise<Rendered> {
  const look = await lookAtRound(deps, { workspaceId: row.workspaceId, roundId: Number(row.subject) })
  if (!look.ok || look.value.round.state !== 'proposed') return { skip: 'the round is not waiting any more' }
  return { to: { person: row.recipient }, message: roundMessage(deps.copy, { ...look.value, page: 1 }) }
}

async function renderWaiting(deps: RenderDeps, row: DueRow): Promise<Rendered> {
  const round = await findRound(deps.db, row.workspaceId, Number(row.subject))
  const program = round && (await findProgram(deps.db, row.workspaceId, round.programId))
  const unpaired = round?.unpaired.find((u) => u.id === row.recipient)
  if (!program || !unpaired) return { skip: 'nothing to wait for' }
  const person = (await findPeople(deps.db, row.workspaceId, [row.recipient])).get(row.recipient)
  const message = waitingMessage(deps.copy, {
    program,
    firstName: firstName(person?.name ?? ''),
    unpaired,
    nextRoundOn: program.nextRoundOn,
    lead: await leadName(deps.db, row.workspaceId, program.id),
  })
  return { to: { person: row.recipient }, message }
}
