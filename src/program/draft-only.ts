import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Program } from './program.ts'

/** Only a draft can be changed or opened; a refusal says what it has become. */
export function draftOnly({ name, state }: Pick<Program, 'name' | 'state'>): Result<null> {
  if (state === 'draft') return done(null)
  return refuse(state === 'closed' ? 'program_closed' : 'program_already_open', { name })
}
