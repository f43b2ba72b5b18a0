import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { localDate } from '../delivery/working-time.ts'
import { admit, type Asking } from './admit.ts'
import type { Joined } from './join.ts'
import type { FindNext } from './next-round.ts'
import { enroll } from './store.ts'

/**
 * Comes back after leaving, with the answers from before. What was declared for the program was deleted on leaving and
 * stays unanswered.
 */
export async function joinAgain(
  deps: Deps,
  input: Omit<Asking, 'typed'>,
  now: Date,
  findNext: FindNext,
): Promise<Result<Joined>> {
  const { workspaceId, personId } = input
  const joined = await deps.db.transaction().execute(async (trx): Promise<Result<Joined>> => {
    const admitted = await admit(trx, { ...input, typed: '' })
    if (!admitted.ok) return admitted
    const { program, enrollment } = admitted.value
    if (!enrollment) return refuse('message_out_of_date')
    const entry = { ...enrollment, attribute: null, waitingSince: localDate(now, program.tz) }
    if (!(await enroll(trx, workspaceId, entry, now))) return refuse('already_joined', { program: program.name })
    return done({ program, next: await findNext(trx, { workspaceId, personId, program }, now) })
  })
  if (joined.ok) deps.wake()
  return joined
}
