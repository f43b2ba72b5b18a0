import { type Result, done, refuse } from '../copy/refusal.ts'
import type { Db } from '../database/deps.ts'
import type { Call } from '../slack/listener.ts'
import type { Program } from './program.ts'
import { nameKey } from './name-key.ts'
import { programsOf } from './store.ts'

/**
 * The program a lead means: the one they name, or the only one they lead. A program of somebody else, a private one
 * and one that does not exist get the same answer. Of several, those that have not ended come first.
 */
export async function programToLead(
  db: Db,
  call: Pick<Call, 'workspaceId' | 'standing'>,
  words: string,
): Promise<Result<Program>> {
  const { standing, workspaceId } = call
  const led = (await programsOf(db, workspaceId)).filter(
    (p) => standing.isWorkspaceLead || standing.leads.includes(p.id),
  )
  if (words !== '') {
    const named = led.find((p) => nameKey(p.name) === nameKey(words))
    return named ? done(named) : refuse('program_not_found', { name: words.slice(0, 60) })
  }
  const going = led.filter((p) => p.state !== 'closed')
  const [only, ...others] = going.length > 0 ? going : led
  if (!only) return refuse('nothing_to_report')
  return others.length === 0
    ? done(only)
    : refuse('program_ambiguous', { names: [only, ...others].map((p) => p.name).join(', ') })
}
