import type { Db } from '../database/deps.ts'
import { findPerson } from '../people/store.ts'
import { findProgram } from '../program/store.ts'
import type { Admitted, Asking } from './admit.ts'
import { findEnrollment } from './store.ts'

/** The program somebody is in at the moment, resting or not; undefined where they are not, or it is over. */
export async function enrolledIn(db: Db, asking: Omit<Asking, 'typed'>): Promise<Admitted | undefined> {
  const { workspaceId, personId, programId } = asking
  const person = await findPerson(db, workspaceId, personId)
  const program = await findProgram(db, workspaceId, programId)
  const enrollment = await findEnrollment(db, workspaceId, programId, personId)
  if (!person || !program || program.state === 'closed' || !enrollment || enrollment.state === 'left') return undefined
  return { program, person, enrollment, contacts: [] }
}
