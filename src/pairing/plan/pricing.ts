import { Alike } from './alike.ts'
import type { PairList } from './pair-list.ts'
import type { Places } from './places.ts'
import { Pricer, type Proof } from './pricer.ts'
import { RowScan } from './row-scan.ts'
import type { Roster } from './roster.ts'

/** Most pairs put back for one person and proof at a time: the worst offenders draw the others along. */
const MOST_PER_PERSON = 8

/**
 * Looks at every admissible pair that was left out of the list, and adds those that the certificates of some proof do
 * not cover. When there are none, each optimum over the list is the optimum over all pairs (column generation; for
 * matching Cook and Rohe 1999). All proofs are asked in one pass: counting the skills of a row is what takes time.
 * @returns how many were added
 */
export function priceOut(
  r: Roster,
  places: Places,
  pairs: PairList,
  proofs: readonly Proof[],
  scan = new RowScan(r),
): number {
  const pricers = proofs.map((proof) => new Pricer(places, proof))
  const learners = new Alike(r, 'learner')
  const before = pairs.size
  for (const guide of r.guides) {
    // where both take turns, each two are looked at from the one who comes first
    const from = r.kind.takesTurns ? guide + 1 : 0
    scan.begin(guide, 'guide', from)
    const end = pairs.size
    for (const pricer of pricers) {
      if (pricer.begin(guide, scan.bound)) {
        learners.eachRange(guide, from, (first, end) => pricer.doubt(learners.people, first, end, scan.codes))
      } else pricer.doubt(scan.sharers, 0, scan.sharing, scan.codes)
      for (const { learner, score } of offenders(pricer, scan, guide)) {
        if (!pairs.learner.subarray(end, pairs.size).includes(learner)) pairs.add(guide, learner, score)
      }
    }
  }
  return pairs.size - before
}

interface Offender {
  readonly learner: number
  readonly score: number
  readonly excess: number
}

const NONE: readonly Offender[] = []

/** Those of the doubtful whom the certificates really miss, worst first. */
function offenders(pricer: Pricer, scan: RowScan, guide: number): readonly Offender[] {
  let found: Offender[] | null = null
  for (let i = 0; i < pricer.doubts; i++) {
    const learner = pricer.doubtful[i]!
    const score = scan.score(learner, -1)
    if (score < 0 || pricer.isCleared(learner, score)) continue
    const excess = pricer.excess(guide, learner, score)
    if (excess > 0) (found ??= []).push({ learner, score, excess })
  }
  if (found === null) return NONE
  return found.sort((a, b) => b.excess - a.excess || a.learner - b.learner).slice(0, MOST_PER_PERSON)
}
