import type { Unlisted } from './best-candidates.ts'
import { DoubtfulPairs } from './doubtful-pairs.ts'
import type { Places } from './places.ts'
import { type Proof, type QuickStep, quickSteps, isShared } from './quick-step.ts'
import type { Roster } from './roster.ts'
import { atPlace, prizesOf } from './step-graph.ts'

/** Asks whether the certificates of a proof cover pairs that were not in their graphs: quick tests, then an exact one. */
export class Pricer {
  readonly #places: Places
  readonly #proof: Proof
  readonly #quick: readonly QuickStep[]
  readonly doubtful: DoubtfulPairs

  constructor(r: Roster, places: Places, proof: Proof, unlisted: Unlisted) {
    this.#places = places
    this.#proof = proof
    this.#quick = quickSteps(proof)
    this.doubtful = new DoubtfulPairs(r, places, this.#quick, proof.from, unlisted)
  }

  /** The quick test for a pair whose score is known. */
  isCleared(guide: number, learner: number, score: number): boolean {
    const y = this.#places.firstOf[learner]!
    for (let x = this.#places.firstOf[guide]!; x < this.#places.firstOf[guide + 1]!; x++) {
      if (!this.#isClearedAt(x, y, score)) return false
    }
    return true
  }

  #isClearedAt(x: number, y: number, score: number): boolean {
    let shareBefore = false
    for (const step of this.#quick) {
      const { reduced, shared, prize, mostByScore } = step
      const share = isShared(step, x, y)
      const covered = reduced[x]! + reduced[y]! + (share ? Math.min(shared[x]!, shared[y]!) : 0)
      const over = covered - mostByScore[score]! - (shareBefore ? prize : 0)
      if (over !== 0) return over > 0
      shareBefore = share
    }
    return true
  }

  /** By how much the certificates miss the pair, in the first step that misses it; 0 when they cover it. */
  excess(guide: number, learner: number, score: number): number {
    const y = this.#places.firstOf[learner]!
    let worst = 0
    for (let x = this.#places.firstOf[guide]!; x < this.#places.firstOf[guide + 1]!; x++) {
      worst = Math.max(worst, this.#excessAt(x, y, guide, learner, score))
    }
    return worst
  }

  #excessAt(x: number, y: number, guide: number, learner: number, score: number): number {
    const { steps, floor } = this.#proof
    for (let i = 0; i < steps.length; i++) {
      const { packed, shift, dual, face, blossoms } = steps[i]!
      if (i > 0 && i === steps.length - 1 && score < floor) return 0
      const own = shift + packed.ofPair(guide, learner, score) + atPlace(packed, x) + atPlace(packed, y)
      const weight = own + dual.big + (face === null ? 0 : prizesOf(face, x, y))
      const slack = dual.u[x]! + dual.u[y]! + blossoms.sharedZ(x, y) - weight
      if (slack < 0) return -slack
      // not tight: no optimal round of this step holds the pair, so the later ones do not ask
      if (slack > 0) return 0
    }
    return 0
  }
}
