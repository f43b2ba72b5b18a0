import type { Places } from './places.ts'
import { atPlace, prizesOf, type SolvedStep } from './step-graph.ts'

/** Asks whether the certificates of a round's steps cover a pair that was not in their graphs. */
export class Pricer {
  readonly #places: Places
  readonly #steps: readonly SolvedStep[]
  readonly #floor: number
  /** by step and person: dual less what each pair of theirs is sure to earn, the least over their places */
  readonly #reduced: readonly Float64Array[]
  /** by step and skill code: the most that a pair earns beyond that */
  readonly #most: readonly Float64Array[]
  /** by person: in a blossom of some step, where the quick test does not hold */
  readonly #inBlossom: Uint8Array

  /**
   * @param bounds by skill code, the most such a pair can score
   * @param floor pairs scoring less take no part in the last step
   */
  constructor(places: Places, steps: readonly SolvedStep[], bounds: Int32Array, floor: number) {
    this.#places = places
    this.#steps = steps
    this.#floor = floor
    this.#reduced = steps.map((step) => leastReduced(step, places))
    this.#most = steps.map(({ packed, dual, shift }) =>
      Float64Array.from(bounds, (bound) => dual.big + shift + packed.bound(bound)),
    )
    this.#inBlossom = new Uint8Array(places.firstOf.length)
    for (const { blossoms } of steps) {
      for (let x = 0; x < places.count; x++) if (blossoms.outermost[x]! >= 0) this.#inBlossom[places.personAt[x]!] = 1
    }
  }

  /** A quick test that is never wrong when it says yes. */
  isCovered(guide: number, learner: number, code: number): boolean {
    if (this.#inBlossom[guide] === 1 && this.#inBlossom[learner] === 1) return false
    for (let i = 0; i < this.#reduced.length; i++) {
      const reduced = this.#reduced[i]!
      const slack = reduced[guide]! + reduced[learner]! - this.#most[i]![code]!
      if (slack > 0) return true
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

function leastReduced({ packed, dual, face }: SolvedStep, places: Places): Float64Array {
  const least = new Float64Array(places.firstOf.length).fill(Number.POSITIVE_INFINITY)
  for (let x = 0; x < places.count; x++) {
    const prize = face !== null && face.before.dual.u[x]! > 0 ? face.prize : 0
    const p = places.personAt[x]!
    least[p] = Math.min(least[p]!, dual.u[x]! - atPlace(packed, x) - prize)
  }
  return least
}
