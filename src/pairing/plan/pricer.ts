import { MOST_POINTS } from './pair-score.ts'
import type { Places } from './places.ts'
import { CODES } from './skill-count.ts'
import { atPlace, prizesOf, type SolvedStep } from './step-graph.ts'

/** A chain of solved steps that has to hold over all pairs. */
export interface Proof {
  readonly steps: readonly SolvedStep[]
  /** pairs scoring less take no part in the last step */
  readonly floor: number
}

/** Asks whether the certificates of a proof cover pairs that were not in their graphs: a quick test, then an exact one. */
export class Pricer {
  readonly #places: Places
  readonly #proof: Proof
  readonly #upper: readonly QuickStep[]
  readonly #last: QuickStep
  /** by score, the most a pair of it can weigh in the last step, what its two people are sure to earn left out */
  readonly #mostByScore: Float64Array
  /** by skill code, what a learner's `reduced` has to be; the second half for those in the guide's own blossom */
  readonly #needed = new Float64Array(2 * CODES)
  /** learners of the row whom the quick test did not clear, one after another from the first */
  readonly doubtful: Int32Array
  #guide = 0
  #isClearAbove = false

  constructor(places: Places, proof: Proof) {
    const { steps, floor } = proof
    this.#places = places
    this.#proof = proof
    this.#upper = steps.slice(0, -1).map((step) => quickStep(step, places))
    const last = steps.at(-1)!
    this.#last = quickStep(last, places)
    const isLeftOut = (score: number) => steps.length > 1 && score < floor
    this.#mostByScore = Float64Array.from({ length: MOST_POINTS + 1 }, (_, score) =>
      isLeftOut(score) ? Number.NEGATIVE_INFINITY : last.dual.big + last.shift + last.packed.bound(score),
    )
    this.doubtful = new Int32Array(places.firstOf.length)
  }

  /**
   * Turns to a guide.
   * @param bound by skill code, the most such a pair can score
   * @returns whether even those whose skills earn nothing may be missed
   */
  begin(guide: number, bound: Int32Array): boolean {
    const { reduced, around, z, least } = this.#last
    this.#guide = guide
    const own = around[guide]!
    const within = own < 0 ? 0 : z[own]!
    for (let code = 0; code < CODES; code++) {
      const needed = this.#mostByScore[bound[code]!]! - reduced[guide]!
      this.#needed[code] = needed
      this.#needed[code + CODES] = needed - within
    }
    this.#isClearAbove = this.#upper.every((step) => step.least >= step.most - step.reduced[guide]!)
    return !this.#isClearAbove || least < this.#needed[0]!
  }

  /**
   * Tests learners quickly, from place `from` to place `to` of a list: whoever is cleared is covered by every step even if only the
   * outermost blossom of the last one counted. (A pair in one blossom of an upper step that is covered without that
   * blossom is not tight there, so it earns no prize later.)
   * @returns how many are doubtful
   */
  doubt(learners: Int32Array, from: number, to: number, codes: Uint8Array): number {
    const { reduced, around } = this.#last
    const needed = this.#needed
    const doubtful = this.doubtful
    const isClearAbove = this.#isClearAbove
    const own = around[this.#guide]! < 0 ? NOBODYS : around[this.#guide]!
    let found = 0
    for (let i = from; i < to; i++) {
      const learner = learners[i]!
      const place = around[learner] === own ? codes[learner]! + CODES : codes[learner]!
      if (reduced[learner]! >= needed[place]! && (isClearAbove || this.#clearAbove(learner))) continue
      doubtful[found++] = learner
    }
    return found
  }

  #clearAbove(learner: number): boolean {
    for (const { reduced, most } of this.#upper) if (reduced[learner]! + reduced[this.#guide]! < most) return false
    return true
  }

  /** The quick test for one of the doubtful, now that the score is known. */
  isCleared(learner: number, score: number): boolean {
    const { reduced, around, z } = this.#last
    const own = around[learner]!
    const within = own >= 0 && own === around[this.#guide] ? z[own]! : 0
    const isClear = reduced[learner]! + reduced[this.#guide]! + within >= this.#mostByScore[score]!
    return isClear && this.#clearAbove(learner)
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

/** No blossom, and not the -1 of those who lie in none. */
const NOBODYS = -2

/** One step as the quick test sees it, by person. */
interface QuickStep {
  /** dual less what each pair of theirs is sure to earn, the least over their places */
  readonly reduced: Float64Array
  /** the least of them all */
  readonly least: number
  /** the most that a pair earns beyond that, blossoms and score apart */
  readonly most: number
  /** the outermost blossom, -1 for none and for whoever has several places: a blossom only covers more */
  readonly around: Int32Array
  readonly z: readonly number[]
}

function quickStep(step: SolvedStep, places: Places): QuickStep {
  const { packed, dual, face, shift, blossoms } = step
  const people = places.firstOf.length - 1
  const reduced = new Float64Array(people).fill(Number.POSITIVE_INFINITY)
  const around = new Int32Array(people).fill(-1)
  for (let x = 0; x < places.count; x++) {
    const filling = face !== null && face.before.dual.u[x]! > 0 ? face.prize : 0
    const p = places.personAt[x]!
    reduced[p] = Math.min(reduced[p]!, dual.u[x]! - atPlace(packed, x) - filling)
    if (places.firstOf[p + 1]! - places.firstOf[p]! === 1) around[p] = blossoms.outermost[x]!
  }
  const most = dual.big + shift + packed.bound(MOST_POINTS)
  const least = reduced.reduce((low, own) => Math.min(low, own), Number.POSITIVE_INFINITY)
  return { reduced, least, most, around, z: blossoms.z }
}
