import type { PairList } from './pair-list.ts'
import type { Places } from './places.ts'
import { RowScan } from './row-scan.ts'
import type { Roster } from './roster.ts'
import { Pricer } from './pricer.ts'
import type { SolvedStep } from './step-graph.ts'

/** Most pairs put back for one person at a time: the worst offenders draw the others along. */
const MOST_PER_PERSON = 8

/**
 * Looks at every admissible pair that was left out of the list, and adds those that the certificates of the steps do not
 * cover. When there are none, the optimum over the list is the optimum over all pairs (column generation; for matching
 * Cook and Rohe 1999).
 * @param floor pairs scoring less do not take part in the last step
 * @returns how many were added
 */
export function priceOut(
  r: Roster,
  places: Places,
  pairs: PairList,
  steps: readonly SolvedStep[],
  floor: number,
): number {
  const scan = new RowScan(r)
  const pricer = new Pricer(places, steps, floor)
  let added = 0
  let from = 0
  for (const guide of r.guides) {
    scan.begin(guide, 'guide')
    pricer.begin(guide)
    const offenders: Offender[] = []
    // where both take turns, each two are looked at from the one who comes first
    if (r.kind.takesTurns) while (from < r.learners.length && r.learners[from]! <= guide) from++
    for (let i = from; i < r.learners.length; i++) {
      const learner = r.learners[i]!
      if (pricer.isCovered(learner, scan.bound[scan.codes[learner]!]!)) continue
      const score = scan.score(learner, -1)
      if (score < 0 || pricer.isCovered(learner, score)) continue
      const excess = pricer.excess(guide, learner, score)
      if (excess > 0) offenders.push({ learner, score, excess })
    }
    offenders.sort((a, b) => b.excess - a.excess || a.learner - b.learner)
    for (const { learner, score } of offenders.slice(0, MOST_PER_PERSON)) pairs.add(guide, learner, score)
    added += Math.min(offenders.length, MOST_PER_PERSON)
  }
  return added
}

interface Offender {
  readonly learner: number
  readonly score: number
  readonly excess: number
}
