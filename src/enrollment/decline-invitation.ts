import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { findProgram } from '../program/store.ts'
import { rememberDeclined } from './invitation-store.ts'
import { findEnrollment } from './store.ts'

/** "Not this year": remembered, told to nobody, and nothing more comes from that program. Twice is the same. */
export const declineInvitation = (
  deps: Deps,
  input: { readonly workspaceId: string; readonly personId: string; readonly programId: number },
  now: Date,
): Promise<Result<{ readonly programName: string }>> =>
  deps.db.transaction().execute(async (trx) => {
    const { workspaceId, personId, programId } = input
    const program = await findProgram(trx, workspaceId, programId)
    const enrollment = await findEnrollment(trx, workspaceId, programId, personId)
    if (program && enrollment && enrollment.state !== 'left') {
      return refuse('already_joined', { program: program.name })
    }
    const wasInvited = await rememberDeclined(trx, { workspaceId, programId }, personId, now)
    return program && wasInvited ? done({ programName: program.name }) : refuse('message_out_of_date')
  })
