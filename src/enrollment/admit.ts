import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Db } from '../database/deps.ts'
import { isMember, type Person } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import { acceptedContacts } from '../program/contact-store.ts'
import { isEligible } from '../program/eligibility.ts'
import { nameKey } from '../program/name-key.ts'
import type { Program } from '../program/program.ts'
import { findProgram } from '../program/store.ts'
import type { Enrollment } from './enrollment.ts'
import { findEnrollment } from './store.ts'

/** Fewer contacts for concerns than that, and nobody joins. */
const LEAST_CONTACTS = 2

export interface Asking {
  readonly workspaceId: string
  readonly personId: string
  readonly programId: number
  /** the program's name as this person typed it, '' where they did not */
  readonly typed: string
}

export interface Admitted {
  readonly program: Program
  readonly person: Person
  /** from before, where they were in once */
  readonly enrollment: Enrollment | undefined
  /** first names of those to whom a concern can go */
  readonly contacts: readonly string[]
}

/**
 * Whether that person may join that program now. A private program is open to those who typed its exact name or were in
 * before; to everybody else it does not exist.
 */
export async function admit(db: Db, asking: Asking): Promise<Result<Admitted>> {
  const { workspaceId, personId, programId, typed } = asking
  const person = await findPerson(db, workspaceId, personId)
  if (!person || !isMember(person)) return refuse('guest_or_bot')
  const program = await findProgram(db, workspaceId, programId)
  const enrollment = await findEnrollment(db, workspaceId, programId, personId)
  if (!program || program.state === 'draft' || !mayKnow(program, enrollment, typed)) {
    return refuse('program_not_found', { name: typed })
  }
  const contacts = await acceptedContacts(db, workspaceId)
  if (program.state === 'closed') return refuse('program_closed', { name: program.name })
  if (contacts.length < LEAST_CONTACTS) {
    return refuse('joining_closed', { program: program.name })
  }
  if (!isInvited(program, person)) return refuse('not_eligible', { program: program.name })
  return done({ program, person, enrollment, contacts: contacts.map((contact) => contact.label) })
}

/** A private program keeps no list of who is eligible. */
export const isInvited = (program: Program, person: Parameters<typeof isEligible>[1]): boolean =>
  program.isPrivate || isEligible(program, person)

const mayKnow = (program: Program, enrollment: Enrollment | undefined, typed: string): boolean =>
  !program.isPrivate || enrollment !== undefined || nameKey(typed) === nameKey(program.name)
