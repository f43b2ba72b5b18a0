import type { DueRow, RenderDeps, Rendered } from '../../delivery/delivery.ts'
import { localDate } from '../../delivery/working-time.ts'
import { waitingList } from '../../enrollment/waiting-store.ts'
import { firstName } from '../../people/person.ts'
import { findPeople } from '../../people/store.ts'
import { findProgram, leadName } from '../../program/store.ts'
import { findRound, proposedRound } from '../find-round-store.ts'
import { lateSteps } from '../late-round.ts'
import { pairsOfRound } from '../round-pair-store.ts'
import { lateBetweenMessage, lateMessage, noneBetweenMessage, waitingMessage } from '../views/waiting-view.ts'

/** Why there is no partner after a round, and when next. */
export async function renderWaiting(deps: RenderDeps, row: DueRow): Promise<Rendered> {
  const round = await findRound(deps.db, row.workspaceId, Number(row.subject))
  const program = round && (await findProgram(deps.db, row.workspaceId, round.programId))
  const unpaired = round?.unpaired.find((u) => u.id === row.recipient)
  if (!program || !unpaired) return { skip: 'nothing to wait for' }
  const message = waitingMessage(deps.copy, { ...(await about(deps, row, program.id)), program, unpaired })
  return { to: { person: row.recipient }, message }
}

/** Between rounds nobody was found. */
export async function renderNoneBetween(deps: RenderDeps, row: DueRow): Promise<Rendered> {
  const program = await findProgram(deps.db, row.workspaceId, Number(row.subject))
  if (!program || !(await isWaiting(deps, row, program.id))) return { skip: 'nothing to wait for' }
  const message = noneBetweenMessage(deps.copy, { ...(await about(deps, row, program.id)), program })
  return { to: { person: row.recipient }, message }
}

/** The round waits for its lead, days after people were told that pairs would be made, or a partner looked for. */
export async function renderLate(deps: RenderDeps, row: DueRow, now: Date): Promise<Rendered> {
  const program = await findProgram(deps.db, row.workspaceId, Number(row.subject))
  const round = program && (await proposedRound(deps.db, row.workspaceId, program.id))
  if (!round || !(await isWaiting(deps, row, program.id))) return { skip: 'nothing is late any more' }
  const today = localDate(now, program.tz)
  const againOn = lateSteps(program, round).find((step) => step.on > today)?.on ?? null
  const late = { ...(await about(deps, row, program.id)), program, againOn }
  if (!round.isSmall)
    return {
      to: { person: row.recipient },
      message: lateMessage(deps.copy, { ...late, dueOn: program.nextRoundOn ?? round.heldOn }),
    }
  const pairs = await pairsOfRound(deps.db, row.workspaceId, round.id)
  if (!pairs.some((pair) => pair.members.some((m) => m.id === row.recipient)))
    return { skip: 'in no pair of it any more' }
  return { to: { person: row.recipient }, message: lateBetweenMessage(deps.copy, { ...late, since: round.heldOn }) }
}

const isWaiting = async ({ db }: RenderDeps, row: DueRow, programId: number): Promise<boolean> =>
  (await waitingList(db, row.workspaceId, programId)).some((w) => w.personId === row.recipient)

async function about({ db }: RenderDeps, row: DueRow, programId: number) {
  const person = (await findPeople(db, row.workspaceId, [row.recipient])).get(row.recipient)
  return { firstName: firstName(person?.name ?? ''), lead: await leadName(db, row.workspaceId, programId) }
}
