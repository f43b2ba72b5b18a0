import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Db } from '../database/deps.ts'
import type { Call } from '../slack/listener.ts'
import { nameKey } from './name-key.ts'
import type { Program } from './program.ts'
import { programsOf } from './store.ts'
import { ambiguous } from './which-program.ts'

/** Who asks, as every call has it. */
export type Asker = Pick<Call, 'workspaceId' | 'standing'>

/** Whether that person leads that program, by name or as a lead of the workspace. */
export const isLeadOf = ({ standing }: Pick<Call, 'standing'>, programId: number): boolean =>
  standing.isWorkspaceLead || standing.leads.includes(programId)

/** The programs that person leads, the oldest first. */
export const programsLed = async (db: Db, asker: Asker): Promise<Program[]> =>
  (await programsOf(db, asker.workspaceId)).filter((program) => isLeadOf(asker, program.id))

/**
 * The program a lead means.
 * @param words its name; '' is right where only one is meant: the only one that has not ended, or the last that did
 * @param rather 'begun': a draft is meant only where there is nothing else
 * @returns a refusal that is the same for a program of somebody else and for one that does not exist
 */
export async function programToLead(
  db: Db,
  asker: Asker,
  words: string,
  rather: 'any' | 'begun' = 'any',
): Promise<Result<Program>> {
  const led = await programsLed(db, asker)
  if (words.trim() !== '') {
    const named = led.find((program) => nameKey(program.name) === nameKey(words))
    return named ? done(named) : refuse('program_not_found', { name: words })
  }
  const begun = led.filter((program) => program.state !== 'draft')
  const meant = rather === 'begun' && begun.length > 0 ? begun : led
  const current = meant.filter((program) => program.state !== 'closed')
  const only = current.length === 0 ? meant.at(-1) : current[0]
  if (!only) return refuse('no_program_yet')
  return current.length > 1 ? ambiguous(current) : done(only)
}
