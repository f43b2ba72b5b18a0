import type { Copy } from '../../copy/copy.ts'
import { escape } from '../../slack/blocks.ts'
import type { NextRound } from '../waiting.ts'

/** What happens next, and when. */
export function nextRoundText(copy: Copy, next: NextRound): string {
  const words = copy.enrollment
  const lead = escape(next.lead)
  const on = next.on === null ? null : copy.general.weekdayDate(next.on)
  if (next.partnerBy !== undefined) return words.partnerBy(copy.general.weekdayDate(next.partnerBy), lead, on)
  if (next.isLate) return words.lateRound(lead)
  if (next.isDue) return words.dueRound
  if (next.noneBefore !== null) return words.noMoreRounds(copy.general.weekdayDate(next.noneBefore), lead)
  return on === null ? words.noRoundYet(lead) : words.nextRound(on)
}
