import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { isMember } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import type { Program } from '../program/program.ts'
import { programByName, programsOf } from '../program/store.ts'
import { isInvited } from './admit.ts'
import { enrollmentsOf } from './store.ts'

/** Where `/mentor join` leads. */
export type JoinChoice =
  | { readonly to: 'form'; readonly program: Program }
  | { readonly to: 'choose'; readonly programs: readonly Program[] }
  | { readonly to: 'already-in'; readonly program: Program }
  | { readonly to: 'nothing' }

/**
 * Finds what somebody may join. By name: that program, private ones too. Without one: the open programs they are
 * invited to and not in yet; private ones are listed to nobody.
 * @param typed what followed `/mentor join`, '' for nothing
 */
export async function findJoinable(
  deps: Deps,
  { workspaceId, personId, typed }: { readonly workspaceId: string; readonly personId: string; readonly typed: string },
): Promise<Result<JoinChoice>> {
  const person = await findPerson(deps.db, workspaceId, personId)
  if (!person || !isMember(person)) return refuse('guest_or_bot')
  const mine = await enrollmentsOf(deps.db, workspaceId, personId)
  const isIn = (program: Program) => mine.some((e) => e.programId === program.id && e.state !== 'left')
  if (typed !== '') {
    const program = await programByName(deps.db, workspaceId, typed)
    if (!program) return refuse('program_not_found', { name: typed })
    return done(isIn(program) ? { to: 'already-in', program } : { to: 'form', program })
  }
  const open = (await programsOf(deps.db, workspaceId)).filter((p) => p.state === 'open' || p.state === 'running')
  const [first, ...others] = open.filter((p) => !p.isPrivate && isInvited(p, person) && !isIn(p))
  if (first)
    return done(others.length === 0 ? { to: 'form', program: first } : { to: 'choose', programs: [first, ...others] })
  const already = open.find(isIn)
  return done(already ? { to: 'already-in', program: already } : { to: 'nothing' })
}
