import { type Group, groupScore, pairsWithin } from './group.ts'
import type { RoundFigures } from '../model.ts'
import type { PairList } from './pair-list.ts'
import type { Places } from './places.ts'
import { RowScan } from './row-scan.ts'
import type { Roster } from './roster.ts'

/** People whose whole list of partners is looked at, evenly spread; in smaller rounds everybody's is. */
const LOOKED_AT = 200

/**
 * How good the partner received is among all that a person could have had: the share, 0 to 100, that theirs beats or
 * equals. Of the worst pair the lower of its two; of everybody the 5th percentile and the median.
 */
export function percentiles(r: Roster, groups: readonly Group[]): RoundFigures['percentiles'] {
  if (groups.length === 0) return null
  const scan = new RowScan(r)
  const scoreOfPerson = new Map(
    groups.flatMap((group) => group.map((person) => [person, groupScore(r, group)] as const)),
  )
  const standing = (person: number) => standingOf(r, scan, person, scoreOfPerson.get(person)!)
  const worst = groups.reduce((least, group) => (groupScore(r, group) < groupScore(r, least) ? group : least))
  const placed = [...scoreOfPerson.keys()].sort((a, b) => a - b)
  const every = Math.max(1, placed.length / LOOKED_AT)
  const looked = Array.from({ length: Math.min(placed.length, LOOKED_AT) }, (_, i) =>
    standing(placed[Math.floor(i * every)]!),
  )
  looked.sort((a, b) => a - b)
  const at = (share: number) => looked[Math.floor(share * (looked.length - 1))]!
  return { worst: Math.min(...worst.map(standing)), p5: at(0.05), median: at(0.5) }
}

function standingOf(r: Roster, scan: RowScan, person: number, received: number): number {
  let all = 0
  let reached = 0
  const look = (as: 'guide' | 'learner', others: Int32Array) => {
    scan.begin(person, as)
    for (const other of others) {
      const score = scan.score(other)
      if (score < 0) continue
      all++
      if (score <= received) reached++
    }
  }
  if (r.guides.includes(person)) look('guide', r.learners)
  if (!r.kind.takesTurns && r.learners.includes(person)) look('learner', r.guides)
  return all === 0 ? 100 : (100 * reached) / all
}

/** Among the pairs looked at, those in which both would gain on what they have; a free place counts as having nothing. */
export function blockingPairs(r: Roster, places: Places, pairs: PairList, groups: readonly Group[]): number {
  const room = Int32Array.from(r.people, (_, p) => places.firstOf[p + 1]! - places.firstOf[p]!)
  const least = new Int32Array(r.people.length).fill(1001)
  const together = new Set<number>()
  for (const group of groups) {
    for (const [a, b] of pairsWithin(group)) together.add(a * r.people.length + b).add(b * r.people.length + a)
    for (const person of group) {
      room[person]!--
      least[person] = Math.min(least[person]!, groupScore(r, group))
    }
  }
  let blocking = 0
  for (let p = 0; p < pairs.size; p++) {
    const [a, b] = [pairs.guide[p]!, pairs.learner[p]!]
    const gains = (person: number) => room[person]! > 0 || pairs.score[p]! > least[person]!
    if (gains(a) && gains(b) && !together.has(a * r.people.length + b)) blocking++
  }
  return blocking
}
