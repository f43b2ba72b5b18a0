import type { Group } from './group.ts'
import { isAdmissible } from './pair-rules.ts'
import { MOST_POINTS, scoreOf } from './pair-score.ts'
import type { Roster } from './roster.ts'
import { pastLookup } from './tiers.ts'

/** Worth of two people in one group; negative where a hard rule keeps them apart. */
export type PairValue = (a: number, b: number) => number

/** Up to this many people the age of a repeat fits into exact weights beside the score. */
const AGE_COUNTS_UP_TO = 1000

/** As in pairs: fewer repeats outweigh older ones, and those any score. Equal for all where nobody has met anybody. */
export function groupValue(r: Roster): PairValue {
  const months = pastLookup(r)
  const n = r.people.length
  // a round has fewer than 2 n relations, those of trios included
  const perMonth = n <= AGE_COUNTS_UP_TO ? (MOST_POINTS + 1) * 2 * n : 0
  const ofNew = n <= AGE_COUNTS_UP_TO ? perMonth * 16 * 2 * n : (MOST_POINTS + 1) * 2 * n
  return (a, b) => {
    if (!isAdmissible(r, a, b)) return -1
    const since = months(a, b)
    return scoreOf(r, a, b) + (since === undefined ? ofNew : since * perMonth)
  }
}

/** What a pair gains by a third; negative where a rule keeps them from one of the two. */
export function joinValue(value: PairValue, [a, b]: Group, person: number): number {
  const [first, second] = [value(a, person), value(b, person)]
  return first < 0 || second < 0 ? -1 : first + second
}
