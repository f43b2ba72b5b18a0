import { type Refusal, refuse } from '../copy/refusal.ts'
import type { Program } from './program.ts'

/** No name has it: a name is one line. */
const BETWEEN_NAMES = '\n'

/** Several programs may be meant; their names go along, so that the answer can offer them. */
export const ambiguous = (programs: readonly Program[]) =>
  refuse('program_ambiguous', { names: programs.map((program) => program.name).join(BETWEEN_NAMES) })

/** The names that may be meant, as that refusal carries them. */
export const namesIn = ({ detail }: Refusal): string[] => String(detail.names ?? '').split(BETWEEN_NAMES)
