import type { Db } from '../database/deps.ts'
import type { DueRow, MessageKinds, Planner, RenderDeps, Rendered } from '../delivery/delivery.ts'
import { once } from '../delivery/together.ts'
import { addDays, addWorkingDays, atLocal, localDate } from '../delivery/working-time.ts'
import { firstName, isMember, type Person } from '../people/person.ts'
import { findPeople } from '../people/store.ts'
import { leadNames, readBy } from '../program/lead-store.ts'
import type { Program } from '../program/program.ts'
import { findProgram, programsOf } from '../program/store.ts'
import { isInvited } from './admit.ts'
import { hasDeclined, markNewcomersInvited, newcomersInvitedFor } from './invitation-store.ts'
import { INVITATION, inviteEligible } from './invite-eligible.ts'
import { findEnrollment } from './store.ts'
import { invitationMessage } from './views/invitation.ts'

/** working days before a round on which people new to the company are invited to it */
const NEWCOMERS_BEFORE_ROUND = 10

/** Before each round, who has become eligible since the program opened is invited, once. */
const newcomers: Planner = {
  name: 'enrollment.newcomers',
  plan: async (deps, workspaceId, now) => {
    for (const program of await waitingForNewcomers(deps.db, workspaceId)) {
      const isTime = newcomersAt(program) <= now && localDate(now, program.tz) < program.nextRoundOn
      if (!isTime) continue
      await deps.db.transaction().execute(async (trx) => {
        await inviteEligible(trx, workspaceId, program, now, 'newcomers')
        await markNewcomersInvited(trx, { workspaceId, programId: program.id }, program.nextRoundOn, now)
      })
    }
  },
  nextAt: async (db, workspaceId, now) => {
    const ahead = (await waitingForNewcomers(db, workspaceId)).map(newcomersAt).filter((at) => at > now)
    return ahead.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
  },
}

type WithRound = Program & { readonly nextRoundOn: string }

/** Programs whose next round has a day, and whose newcomers were not looked for yet. */
async function waitingForNewcomers(db: Db, workspaceId: string): Promise<readonly WithRound[]> {
  const done = await newcomersInvitedFor(db, workspaceId)
  return (await programsOf(db, workspaceId)).filter(
    (program): program is WithRound =>
      !program.isPrivate &&
      (program.state === 'open' || program.state === 'running') &&
      program.nextRoundOn !== null &&
      done.get(program.id) !== program.nextRoundOn,
  )
}

const newcomersAt = (program: WithRound): Date =>
  atLocal(addWorkingDays(program.nextRoundOn, -NEWCOMERS_BEFORE_ROUND, program.holidays), '09:00', program.tz)

export const enrollmentPlanners: readonly Planner[] = [newcomers]

/** Invitations, asked for by nobody: the daily limit holds over them. */
export const enrollmentMessages: MessageKinds = {
  [INVITATION]: { priority: 60, isUnasked: true, render: renderInvitation },
}

/** Looked at again when it goes out: who joined, said no or left meanwhile gets none. */
async function renderInvitation(deps: RenderDeps, row: DueRow): Promise<Rendered> {
  const { db, copy } = deps
  const programId = Number(row.subject)
  const about = `enrollment.invitation ${programId}`
  const program = await once(deps, `${about} program`, () => findProgram(db, row.workspaceId, programId))
  const person = (await once(deps, `${about} people`, () => invitees(deps, row))).get(row.recipient)
  if (!program || program.state === 'closed') return { skip: 'the program is closed' }
  if (!person || !isMember(person) || !isInvited(program, person)) return { skip: 'not eligible any more' }
  if (await findEnrollment(db, row.workspaceId, programId, person.id)) return { skip: 'joined already' }
  if (await hasDeclined(db, { workspaceId: row.workspaceId, programId }, person.id)) return { skip: 'not this year' }
  const leads = await once(deps, `${about} leads`, () => leadNames(db, row.workspaceId, programId))
  const message = invitationMessage(copy, {
    name: firstName(person.name),
    program,
    joinBy: program.nextRoundOn === null ? null : joinBy(program),
    leads: readBy(leads, person.id),
  })
  return { to: { person: person.id }, message }
}

/** All who are invited in the same breath. */
const invitees = ({ db, together }: RenderDeps, row: DueRow): Promise<ReadonlyMap<string, Person>> => {
  const rows = together?.rows.filter((one) => one.kind === row.kind) ?? [row]
  return findPeople(
    db,
    row.workspaceId,
    rows.map((one) => one.recipient),
  )
}

/** The last day to be in the next round: the program's own before the first, the day before any later one. */
function joinBy({ state, joinBy: first, nextRoundOn }: Program): string | null {
  if (state === 'open') return first
  return nextRoundOn === null ? null : addDays(nextRoundOn, -1)
}
