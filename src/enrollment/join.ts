import { refuse } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { localDate } from '../delivery/working-time.ts'
import type { Program } from '../program/program.ts'
import { admit, type Asking } from './admit.ts'
import type { Filled } from './check-answers.ts'
import type { FindNext } from './next-round.ts'
import { type FormResult, prepareAnswers } from './prepare-answers.ts'
import { saveAnswers } from './save-answers.ts'
import { enroll } from './store.ts'
import type { NextRound } from './waiting.ts'

export interface Joined {
  readonly program: Program
  readonly next: NextRound
}

/**
 * Joins, with the answers of the form; joining accepts the conduct note.
 * Twenty at once leave one enrollment: the others read that they are in already, and change nothing.
 */
export async function join(
  deps: Deps,
  input: Asking & { readonly said: Partial<Filled> },
  now: Date,
  findNext: FindNext,
): Promise<FormResult<Joined>> {
  const { workspaceId, personId } = input
  let isBack = false
  const joined = await deps.db.transaction().execute(async (trx): Promise<FormResult<Joined>> => {
    const inside = { ...deps, db: trx }
    const admitted = await admit(trx, input)
    if (!admitted.ok) return { ok: false, refusals: [admitted.refusal] }
    const { program, person, enrollment } = admitted.value
    isBack = enrollment !== undefined
    const twice = { ok: false, refusals: [refuse('already_joined', { program: program.name }).refusal] } as const
    if (enrollment && enrollment.state !== 'left') return twice
    const prepared = await prepareAnswers(inside, admitted.value, input, 'join')
    if (!prepared.ok) return prepared
    const { entry, filled } = prepared.value
    if (!(await enroll(trx, workspaceId, { ...entry, waitingSince: localDate(now, program.tz) }, now))) return twice
    await saveAnswers(inside, workspaceId, person, filled, now)
    return { ok: true, value: { program, next: await findNext(trx, { workspaceId, personId, program }, now) } }
  })
  // Who is here for the first time makes nothing due: the answer is in the form. Who returns may have lost a partner.
  if (joined.ok && isBack) deps.wake()
  return joined
}
