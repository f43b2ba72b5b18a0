import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { admit, type Asking } from './admit.ts'
import { attributeQuestion } from './attribute-store.ts'
import { enrolledIn } from './enrolled-in.ts'
import { gatherForm } from './gather-form.ts'
import type { JoinForm } from './join-form.ts'

/** Joining begins with a form, or, for who was in before and can return with one click, with that offer. */
export type Opened =
  | { readonly shows: 'form'; readonly form: JoinForm }
  | {
      readonly shows: 'return'
      readonly program: { readonly id: number; readonly name: string }
      readonly contacts: readonly string[]
    }

/**
 * What somebody sees who wants to join that program.
 * @param asking `wantsForm` although one click would do; `isOpen` with the questions under More
 */
export async function openJoin(
  deps: Deps,
  asking: Asking & { readonly wantsForm: boolean; readonly isOpen: boolean },
): Promise<Result<Opened>> {
  const { db, cipher } = deps
  const admitted = await admit(db, asking)
  if (!admitted.ok) return admitted
  const { program, enrollment, contacts } = admitted.value
  if (enrollment && enrollment.state !== 'left') return refuse('already_joined', { program: program.name })
  if (enrollment && !asking.wantsForm && !(await attributeQuestion(db, asking.workspaceId, program.id))) {
    return done({ shows: 'return', program, contacts })
  }
  const how = { mode: 'join' as const, isOpen: asking.isOpen, typed: asking.typed }
  return done({ shows: 'form', form: await gatherForm(db, cipher, asking.workspaceId, admitted.value, how) })
}

/** The form filled with what somebody said, for a program they are in. */
export async function openProfile(deps: Deps, asking: Omit<Asking, 'typed'>): Promise<Result<JoinForm>> {
  const enrolled = await enrolledIn(deps.db, asking)
  if (!enrolled) return refuse('message_out_of_date')
  const how = { mode: 'profile' as const, isOpen: true, typed: '' }
  return done(await gatherForm(deps.db, deps.cipher, asking.workspaceId, enrolled, how))
}
