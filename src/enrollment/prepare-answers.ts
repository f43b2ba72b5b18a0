import type { Refusal } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { findPeople } from '../people/store.ts'
import type { Admitted, Asking } from './admit.ts'
import { sealAttribute } from './attribute-store.ts'
import { checkAnswers, type Filled } from './check-answers.ts'
import { gatherForm } from './gather-form.ts'
import type { JoinForm } from './join-form.ts'
import type { NewEnrollment } from './store.ts'

/** A form is refused for everything that is wrong with it at once, each beside its field. */
export type FormResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

export interface Prepared {
  readonly filled: Filled
  readonly entry: Omit<NewEnrollment, 'waitingSince'>
}

/**
 * The answers as they will be kept, or everything that is wrong with them.
 * @param said what the form held; what it did not ask stays as the form would have been filled
 */
export async function prepareAnswers(
  deps: Deps,
  admitted: Admitted,
  { workspaceId, personId, typed, said }: Asking & { readonly said: Partial<Filled> },
  mode: JoinForm['mode'],
): Promise<FormResult<Prepared>> {
  const { program } = admitted
  const form = await gatherForm(deps.db, deps.cipher, workspaceId, admitted, { mode, isOpen: true, typed }, said)
  const filled = { ...form.filled, offersOther: '', wantsOther: '', ...said }
  const named = await findPeople(deps.db, workspaceId, [...filled.privateList, filled.managerId ?? ''])
  named.delete(personId) // nobody is their own manager, or kept apart from themselves
  const wrong = checkAnswers(filled, program, form, new Set(named.keys()))
  if (wrong.length > 0) return { ok: false, refusals: wrong }
  const who = { workspaceId, programId: program.id, personId }
  return {
    ok: true,
    value: {
      filled: { ...filled, privateList: filled.privateList.filter((id) => named.has(id)) },
      entry: {
        programId: program.id,
        personId,
        role: form.asks.role ? filled.role : 'both',
        capacity: filled.capacity,
        attribute: filled.attribute === null ? null : sealAttribute(deps.cipher, who, filled.attribute),
      },
    },
  }
}
