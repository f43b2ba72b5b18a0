import { done } from '../copy/refusal.ts'
import type { FindFocus } from '../people/focus.ts'
import { members } from '../people/store.ts'
import { eligible } from '../program/eligibility.ts'
import { programToLead } from '../program/program-to-lead.ts'

/** The program behind `/mentor people [program]`: people knows no programs, so this is handed in. */
export const findFocus: FindFocus = async (db, asker, words) => {
  const program = await programToLead(db, asker, words)
  if (!program.ok) return words === '' ? done(null) : program
  const { id, name, state, isPrivate } = program.value
  const everybody = isPrivate ? null : eligible(program.value, await members(db, asker.workspaceId))
  return done({
    programId: id,
    name,
    among: everybody,
    stage: state === 'draft' ? state : state === 'closed' ? 'ended' : 'open',
  })
}
