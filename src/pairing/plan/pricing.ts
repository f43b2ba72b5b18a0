import type { Candidates } from './best-candidates.ts'
import type { PairList } from './pair-list.ts'
import type { Places } from './places.ts'
import { Pricer } from './pricer.ts'
import type { Proof } from './quick-step.ts'
import { RowScan } from './row-scan.ts'
import type { Roster } from './roster.ts'

/** Most pairs put back for one person and proof at a time: the worst offenders draw the others along. */
const MOST_PER_PERSON = 8

/**
 * Answers for every admissible pair that was left out of the list, and adds those that the certificates of some proof do
 * not cover. When there are none, each optimum over the list is the optimum over all pairs (column generation; for
 * matching Cook and Rohe 1999).
 * @returns how many were added
 */
export function priceOut(
  r: Roster,
  places: Places,
  { pairs, unlisted }: Candidates,
  proofs: readonly Proof[],
  scan = new RowScan(r),
): number {
  const pricers = proofs.map((proof) => new Pricer(r, places, proof, unlisted))
  const before = pairs.size
  const learns = new Set(r.learners)
  for (const guide of r.guides) {
    // where both take turns, each two are looked at from the one who comes first
    const after = r.kind.takesTurns ? guide : -1
    const repeats = r.past[guide]!.flatMap(({ partner }) => (partner > after && learns.has(partner) ? [partner] : []))
    const end = pairs.size
    scan.begin(guide, 'guide')
    for (const pricer of pricers) {
      const found = [
        ...offenders(pricer, scan, guide, pricer.doubtful.inRowOf(guide, after)),
        ...offenders(pricer, scan, guide, repeats),
      ]
      addWorst(pairs, guide, found, end)
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

/** Those of the doubtful whom the certificates really miss. */
function offenders(
  pricer: Pricer,
  scan: RowScan,
  guide: number,
  doubtful: Int32Array | readonly number[],
): readonly Offender[] {
  let found: Offender[] | null = null
  for (const learner of doubtful) {
    const score = scan.score(learner)
    if (score < 0 || pricer.isCleared(guide, learner, score)) continue
    const excess = pricer.excess(guide, learner, score)
    if (excess > 0) (found ??= []).push({ learner, score, excess })
  }
  return found ?? NONE
}

/** @param end where the pairs of this guide's row begin in the list */
function addWorst(pairs: PairList, guide: number, found: Offender[], end: number): void {
  found.sort((a, b) => b.excess - a.excess || a.learner - b.learner)
  for (const { learner, score } of found.slice(0, MOST_PER_PERSON)) {
    if (!pairs.learner.subarray(end, pairs.size).includes(learner)) pairs.add(guide, learner, score)
  }
}
