import { refuse } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { enrolledIn } from './enrolled-in.ts'
import type { Asking } from './admit.ts'
import type { Filled } from './check-answers.ts'
import { type FormResult, prepareAnswers } from './prepare-answers.ts'
import { saveAnswers } from './save-answers.ts'
import { changeEnrollment } from './store.ts'

/** Changes what somebody said; it counts from the next round on, and standing pairs stay as they are. */
export const changeProfile = (
  deps: Deps,
  input: Asking & { readonly said: Partial<Filled> },
  now: Date,
): Promise<FormResult<null>> =>
  deps.db.transaction().execute(async (trx): Promise<FormResult<null>> => {
    const inside = { ...deps, db: trx }
    const enrolled = await enrolledIn(trx, input)
    if (!enrolled) return { ok: false, refusals: [refuse('form_out_of_date').refusal] }
    const prepared = await prepareAnswers(inside, enrolled, input, 'profile')
    if (!prepared.ok) return prepared
    await changeEnrollment(trx, input.workspaceId, prepared.value.entry)
    await saveAnswers(inside, input.workspaceId, enrolled.person, prepared.value.filled, now)
    return { ok: true, value: null }
  })
