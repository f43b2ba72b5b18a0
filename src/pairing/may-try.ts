import { done, type Result, refuse } from '../copy/refusal.ts'
import { HAND_TRIES, HAND_TRY_DAYS } from '../copy/visibility.ts'
import type { Db } from '../database/deps.ts'
import { addDays, localDate } from '../delivery/working-time.ts'
import type { Program } from '../program/program.ts'
import { latestTries } from './hand-try-store.ts'

/**
 * Whether the leads of that program may still name two people: refused tries are few, so that nobody finds out by
 * trying what somebody said in confidence. Ask it before the two are looked at, under the lock of the program's rounds.
 * Refuses from the HAND_TRIES-th on, with the day from which it may be tried again.
 */
export async function mayTry(db: Db, workspaceId: string, program: Program, now: Date): Promise<Result<null>> {
  const oldest = (await latestTries(db, workspaceId, program.id, HAND_TRIES))[HAND_TRIES - 1]
  if (!oldest) return done(null)
  const until = addDays(localDate(oldest, program.tz), HAND_TRY_DAYS)
  return localDate(now, program.tz) < until ? refuse('tries_spent', { until }) : done(null)
}
