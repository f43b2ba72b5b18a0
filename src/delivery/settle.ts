import type { Clock } from '../clock.ts'
import type { Claimed } from './claim.ts'
import type { Method } from './limiter.ts'
import type { Pace } from './pace.ts'
import type { Posted } from './post.ts'
import type { Results } from './results.ts'

/** Where it is noted what became of a message: for the database, and for the pace of the next. */
export interface Outcomes {
  readonly clock: Clock
  readonly pace: Pace
  readonly results: Results
}

/** Never tried: it is due as it was. @param until not before, where only this one has to wait */
export function giveBack({ results, clock }: Outcomes, { row, attempt }: Claimed, until: number | null): void {
  const { deliveryId } = row
  const now = clock.now()
  results.add(
    { deliveryId, attempt, state: 'due', isUntried: true, ...(until !== null && { dueAt: new Date(until) }) },
    now,
  )
}

/** Tried: sent, refused for good, due once more, or in doubt, and when the next may go. */
export function settle(
  its: Outcomes,
  { row, attempt }: Claimed,
  posted: Posted,
  method: Method = 'chat.postMessage',
): void {
  const { deliveryId } = row
  const now = its.clock.now()
  if (posted.is === 'sent') {
    its.pace.succeeded()
    const { channel, ts } = posted
    return its.results.add({ deliveryId, attempt, state: 'sent', channel, ts, sentAt: new Date(now) }, now)
  }
  const again = its.pace.failed(method, posted, attempt, now)
  const reason = posted.is === 'rate_limited' ? 'rate_limited' : posted.reason
  const state = posted.is === 'refused' ? 'failed' : posted.is === 'unknown' ? 'in_doubt' : 'due'
  its.results.add(
    {
      deliveryId,
      attempt,
      state,
      reason,
      ...(again !== null && { dueAt: new Date(again) }),
      ...(state === 'in_doubt' && { doubtedAt: new Date(now) }),
    },
    now,
  )
}
