import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Db } from '../database/deps.ts'
import type { AboutProgram } from './open-program.ts'
import { isLeadOf } from './program-to-lead.ts'
import type { Program } from './program.ts'
import { findProgram } from './store.ts'

/** That lead's program, where it is open or running. */
export async function liveProgram(db: Db, input: AboutProgram): Promise<Result<Program>> {
  const program = await findProgram(db, input.workspaceId, input.programId)
  if (!program || !isLeadOf(input, program.id)) return refuse('message_out_of_date')
  if (program.state === 'draft') return refuse('too_early', { program: program.name })
  if (program.state === 'closed') return refuse('program_closed', { name: program.name })
  return done(program)
}
