import type { Copy } from '../../copy/copy.ts'
import { escape } from '../../slack/blocks.ts'
import type { NextRound } from '../waiting.ts'

/** What happens next, and when. */
export function nextRoundText(copy: Copy, next: NextRound): string {
  if (next.noneBefore !== null)
    return copy.enrollment.noMoreRounds(copy.general.weekdayDate(next.noneBefore), escape(next.lead))
  if (next.on === null) return copy.enrollment.noRoundYet(escape(next.lead))
  return next.isLate
    ? copy.enrollment.lateRound(escape(next.lead))
    : copy.enrollment.nextRound(copy.general.weekdayDate(next.on))
}
