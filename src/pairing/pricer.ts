import { MOST_POINTS } from './pair-score.ts'
import type { Places } from './places.ts'
import { atPlace, prizesOf, type SolvedStep } from './step-graph.ts'

/** Asks whether the certificates of a round's steps cover a pair that was not in their graphs. */
export class Pricer {
  readonly #places: Places
  readonly #steps: readonly SolvedStep[]
  readonly #floor: number
  readonly #quick: readonly QuickStep[]
  /** by score, the most a pair of it can weigh in the last step */
  readonly #mostByScore: Float64Array
  readonly #last: number
  readonly #needed: Float64Array
  #guide = 0

  /** @param floor pairs scoring less take no part in the last step */
  constructor(places: Places, steps: readonly SolvedStep[], floor: number) {
    this.#places = places
    this.#steps = steps
    this.#floor = floor
    this.#quick = steps.map((step) => quickStep(step, places))
    this.#last = steps.length - 1
    this.#needed = new Float64Array(steps.length)
    const { packed, dual, shift } = steps.at(-1)!
    this.#mostByScore = Float64Array.from(
      { length: MOST_POINTS + 1 },
      (_, score) => dual.big + shift + packed.bound(score),
    )
  }

  /** Turns to a guide: what the quickest test needs of them. */
  begin(guide: number): void {
    this.#guide = guide
    for (const [i, { reduced, most }] of this.#quick.entries())
      this.#needed[i] = (i === this.#last ? 0 : most) - reduced[guide]!
  }

  /**
   * A quick test that is never wrong when it says yes, for a pair of at most this score: no step misses it even without
   * its blossoms. In a blossom of an upper step a pair earns a prize, and is looked at more closely.
   */
  isCovered(learner: number, score: number): boolean {
    const quick = this.#quick
    const needed = this.#needed
    for (let i = 0; i < this.#last; i++) {
      const { reduced, around } = quick[i]!
      if (reduced[learner]! < needed[i]! || (around[learner]! >= 0 && around[learner] === around[this.#guide])) {
        return this.#isCoveredCloser(this.#guide, learner, score)
      }
    }
    if (quick[this.#last]!.reduced[learner]! >= needed[this.#last]! + this.#mostByScore[score]!) return true
    return this.#isCoveredCloser(this.#guide, learner, score)
  }

  #isCoveredCloser(guide: number, learner: number, score: number): boolean {
    const last = this.#last
    let prize = 0
    for (let i = 0; i <= last; i++) {
      const step = this.#quick[i]!
      let slack =
        step.reduced[guide]! +
        step.reduced[learner]! -
        (i === last ? this.#mostByScore[score]! : step.most) -
        prize * step.prize
      if (slack > 0) return true
      prize = 0
      const around = step.around[guide]!
      if (around >= 0 && around === step.around[learner]) {
        if (step.isNested[guide] === 1 && step.isNested[learner] === 1) return false
        slack += step.z[around]!
        prize = 1
        if (slack > 0) return true
      }
      if (slack < 0) return false
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
    for (const [i, { packed, shift, dual, face, blossoms }] of this.#steps.entries()) {
      if (i > 0 && i === this.#steps.length - 1 && score < this.#floor) return 0
      const own = shift + packed.ofPair(guide, learner, score) + atPlace(packed, x) + atPlace(packed, y)
      const weight = own + dual.big + (face === null ? 0 : prizesOf(face, x, y))
      const slack = dual.u[x]! + dual.u[y]! + blossoms.shared(x, y).z - weight
      if (slack < 0) return -slack
      // not tight: no optimal round of this step holds the pair, so the later ones do not ask
      if (slack > 0) return 0
    }
    return 0
  }
}

/** One step as the quick test sees it, by person. */
interface QuickStep {
  /** dual less what each pair of theirs is sure to earn, the least over their places */
  readonly reduced: Float64Array
  /** the most that a pair earns beyond that, blossoms and score apart */
  readonly most: number
  /** what lying in one blossom of the step before earns */
  readonly prize: number
  /**
   * The outermost blossom, -1 for none and for whoever has several places: a blossom only covers more, so leaving it out
   * is never wrong (a pair with slack 0 before its blossom counts is not tight after, and earns no prize).
   */
  readonly around: Int32Array
  readonly isNested: Uint8Array
  readonly z: readonly number[]
}

function quickStep(step: SolvedStep, places: Places): QuickStep {
  const { packed, dual, face, shift, blossoms } = step
  const people = places.firstOf.length - 1
  const reduced = new Float64Array(people).fill(Number.POSITIVE_INFINITY)
  const around = new Int32Array(people).fill(-1)
  const isNested = new Uint8Array(people)
  for (let x = 0; x < places.count; x++) {
    const filling = face !== null && face.before.dual.u[x]! > 0 ? face.prize : 0
    const p = places.personAt[x]!
    reduced[p] = Math.min(reduced[p]!, dual.u[x]! - atPlace(packed, x) - filling)
    if (places.firstOf[p + 1]! - places.firstOf[p]! > 1) continue
    around[p] = blossoms.outermost[x]!
    isNested[p] = blossoms.nested[x]!
  }
  const most = dual.big + shift + packed.bound(MOST_POINTS)
  return { reduced, most, prize: face?.prize ?? 0, around, isNested, z: blossoms.z }
}
