import { PairList } from './pair-list.ts'
import { isAdmissible } from './pair-rules.ts'
import { scoreOf } from './pair-score.ts'
import type { Roster } from './roster.ts'

/** Every two people whom the kind could pair, in the roles it gives them; each two once. */
function* facing(r: Roster): Generator<readonly [guide: number, learner: number]> {
  for (const guide of r.guides) {
    for (const learner of r.learners) {
      if (guide === learner || (r.kind.takesTurns && guide > learner)) continue
      yield [guide, learner]
    }
  }
}

/** All admissible pairs with their scores: for rounds small enough to look at every one. */
export function allPairs(r: Roster): PairList {
  const pairs = new PairList()
  for (const [guide, learner] of facing(r)) {
    if (isAdmissible(r, guide, learner)) pairs.add(guide, learner, scoreOf(r, guide, learner))
  }
  return pairs
}
