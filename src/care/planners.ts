import type { DueRow, MessageKinds, Planner, RenderDeps, Rendered } from '../delivery/delivery.ts'
import { enrolledIn } from '../enrollment/enrolled-in.ts'
import { findEnrollment } from '../enrollment/store.ts'
import { waitingList } from '../enrollment/waiting-store.ts'
import { bereft } from '../pairing/bereft-store.ts'
import { introducedAmong } from '../pairing/introduced-store.ts'
import { nextPartner } from '../pairing/next-partner.ts'
import { pairById } from '../pairing/pair-store.ts'
import { firstName, isMember, type Person } from '../people/person.ts'
import { findPeople, findPerson } from '../people/store.ts'
import { leadName } from '../program/lead-store.ts'
import type { Program } from '../program/program.ts'
import { findProgram } from '../program/store.ts'
import { departed } from './departures.ts'
import { ENDING } from './end-pairs.ts'
import { pauses } from './pauses.ts'
import { PAUSE_ENDS } from './take-break.ts'
import { endingMessage, pauseEndsMessage, stillLookingMessage } from './views/ending-view.ts'

export const carePlanners: readonly Planner[] = [pauses, departed]

/** Endings go before everything else; a break's end is told like the rest. */
export const careMessages: MessageKinds = {
  [ENDING]: { priority: 10, isUnasked: true, render: renderEnding },
  [PAUSE_ENDS]: { priority: 60, isUnasked: true, render: renderPauseEnds },
}

/**
 * The same words whatever ended the pair; nothing to who has left meanwhile. Where its people have not read of each
 * other, nothing has ended for them.
 */
async function renderEnding(deps: RenderDeps, row: DueRow, now: Date): Promise<Rendered> {
  const { db, copy } = deps
  const { workspaceId, recipient } = row
  const pair = await pairById(db, workspaceId, Number(row.subject))
  if (!pair?.members.some((member) => member.personId === recipient)) return { skip: 'the pair is gone' }
  const enrolled = await enrolledIn(db, { workspaceId, personId: recipient, programId: pair.programId })
  if (!enrolled || !isMember(enrolled.person)) return { skip: 'not in the program any more' }
  if (!(await introducedAmong(db, workspaceId, [pair.id])).has(pair.id))
    return renderStillLooking(deps, row, enrolled, now)
  const others = pair.members.map((member) => member.personId).filter((id) => id !== recipient)
  const people = await findPeople(db, workspaceId, others)
  const message = endingMessage(copy, {
    partners: others.map((id) => firstName(people.get(id)?.name ?? '')),
    program: enrolled.program,
    lead: (await leadName(db, workspaceId, pair.programId)) ?? enrolled.program.name,
  })
  return { to: { person: recipient }, message }
}

async function renderStillLooking(
  { db, copy }: RenderDeps,
  { workspaceId, recipient }: DueRow,
  { program, person }: { readonly program: Program; readonly person: Person },
  now: Date,
): Promise<Rendered> {
  const waits = (await waitingList(db, workspaceId, program.id)).some((one) => one.personId === recipient)
  const next = await nextPartner(db, { workspaceId, personId: recipient, program }, now)
  const isLost = (await bereft(db, workspaceId, recipient)).some((one) => one.programId === program.id)
  if (!waits || (!isLost && !next.isLate && !next.isDue))
    return { skip: 'they had not read of that pair, and wait for none or read why since' }
  return {
    to: { person: recipient },
    message: stillLookingMessage(copy, { name: firstName(person.name), program, next }),
  }
}

/** Says that a break ends; skipped where it was moved, ended or left. */
async function renderPauseEnds(deps: RenderDeps, row: DueRow): Promise<Rendered> {
  const { workspaceId, recipient } = row
  const programId = Number(row.subject)
  const program = await findProgram(deps.db, workspaceId, programId)
  const person = await findPerson(deps.db, workspaceId, recipient)
  const enrollment = await findEnrollment(deps.db, workspaceId, programId, recipient)
  if (!program || program.state === 'closed' || !person || !isMember(person)) return { skip: 'not here any more' }
  if (enrollment?.pausedUntil !== row.cycleOn) return { skip: 'the break was moved or ended' }
  const lead = (await leadName(deps.db, workspaceId, programId)) ?? program.name
  const message = pauseEndsMessage(deps.copy, { name: firstName(person.name), program, until: row.cycleOn, lead })
  return { to: { person: recipient }, message }
}
