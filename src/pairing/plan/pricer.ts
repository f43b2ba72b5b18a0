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

/** Asks whether the certificates of a proof cover pairs that were not in their graphs: quick tests, then an exact one. */
export class Pricer {
  readonly #places: Places
  readonly #proof: Proof
  readonly #upper: readonly QuickStep[]
  readonly #last: QuickStep
  /** by score, the most a pair of it can weigh in the last step, what its two people are sure to earn left out */
  readonly #mostByScore: Float64Array
  /** by skill code, the most a pair of it can weigh in the last step */
  readonly #mostByCode = new Float64Array(CODES)
  /** by skill code, what a learner's `reduced` has to be; the second half for those in the guide's own blossom */
  readonly #needed = new Float64Array(2 * CODES)
  /** learners of the row whom the quick tests did not clear, one after another from the first */
  readonly doubtful: Int32Array
  /** how many of them are of this row */
  doubts = 0
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
    const { guides, around, z, least } = this.#last
    this.#guide = guide
    this.doubts = 0
    const own = around[guide]!
    const within = own < 0 ? 0 : z[own]!
    for (let code = 0; code < CODES; code++) {
      const most = this.#mostByScore[bound[code]!]!
      this.#mostByCode[code] = most
      this.#needed[code] = most - guides[guide]!
      this.#needed[code + CODES] = most - guides[guide]! - within
    }
    this.#isClearAbove = this.#upper.every((step) => step.least >= step.most - step.guides[guide]!)
    return !this.#isClearAbove || least < this.#needed[0]!
  }

  /**
   * Tests learners quickly, from place `from` to place `to` of a list, first at the guide's least place, then at each;
   * those not cleared are added to the doubtful of the row.
   */
  doubt(learners: Int32Array, from: number, to: number, codes: Uint8Array): void {
    const { learners: reduced, around } = this.#last
    const needed = this.#needed
    const doubtful = this.doubtful
    const isClearAbove = this.#isClearAbove
    const own = around[this.#guide]! < 0 ? NOBODYS : around[this.#guide]!
    let found = this.doubts
    for (let i = from; i < to; i++) {
      const learner = learners[i]!
      const code = codes[learner]!
      const place = around[learner] === own ? code + CODES : code
      if (reduced[learner]! >= needed[place]! && (isClearAbove || this.#isClearAboveFor(learner))) continue
      if (!this.#isCovered(learner, this.#mostByCode[code]!)) doubtful[found++] = learner
    }
    this.doubts = found
  }

  #isClearAboveFor(learner: number): boolean {
    for (const { guides, learners, most } of this.#upper)
      if (learners[learner]! + guides[this.#guide]! < most) return false
    return true
  }

  /** The quick test for one of the doubtful, now that the score is known. */
  isCleared(learner: number, score: number): boolean {
    return this.#isCovered(learner, this.#mostByScore[score]!)
  }

  /** Whether the pair is covered at each of the guide's places, whatever blossoms there are besides the outermost of the last step. */
  #isCovered(learner: number, most: number): boolean {
    const { firstOf } = this.#places
    for (let x = firstOf[this.#guide]!; x < firstOf[this.#guide + 1]!; x++) {
      if (!this.#isCoveredAt(x, learner, most)) return false
    }
    return true
  }

  #isCoveredAt(x: number, learner: number, most: number): boolean {
    for (const step of this.#upper) {
      const over = step.places[x]! + step.learners[learner]! - step.most
      if (over < 0) return false
      // not tight, with blossoms even less: no optimal round of this step holds the pair, so the later ones do not ask
      if (over > 0) return true
    }
    const { places, learners, around, aroundPlace, z } = this.#last
    const own = aroundPlace[x]!
    const within = own >= 0 && own === around[learner] ? z[own]! : 0
    return places[x]! + learners[learner]! + within >= most
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

/** One step as the quick tests see it: duals less what each pair there is sure to earn. */
interface QuickStep {
  /** by place */
  readonly places: Float64Array
  /** by person, who guides at any of their places: the least of them */
  readonly guides: Float64Array
  /** by person, who learns at the first of their places */
  readonly learners: Float64Array
  /** the least of all */
  readonly least: number
  /** the most that a pair earns beyond that, blossoms and score apart */
  readonly most: number
  /** by place, the outermost blossom, -1 for none */
  readonly aroundPlace: Int32Array
  /** by person, that of the only place; -1 for whoever has several: a blossom only covers more */
  readonly around: Int32Array
  readonly z: readonly number[]
}

function quickStep(step: SolvedStep, { count, personAt, firstOf }: Places): QuickStep {
  const { packed, dual, face, shift, blossoms } = step
  const people = firstOf.length - 1
  const places = Float64Array.from({ length: count }, (_, x) => {
    const filling = face !== null && face.before.dual.u[x]! > 0 ? face.prize : 0
    return dual.u[x]! - atPlace(packed, x) - filling
  })
  const guides = new Float64Array(people).fill(Number.POSITIVE_INFINITY)
  for (let x = 0; x < count; x++) guides[personAt[x]!] = Math.min(guides[personAt[x]!]!, places[x]!)
  const learners = Float64Array.from({ length: people }, (_, p) => places[firstOf[p]!] ?? Number.POSITIVE_INFINITY)
  const around = Int32Array.from({ length: people }, (_, p) =>
    firstOf[p + 1]! - firstOf[p]! === 1 ? blossoms.outermost[firstOf[p]!]! : -1,
  )
  return {
    places,
    guides,
    learners,
    least: guides.reduce((low, own) => Math.min(low, own), Number.POSITIVE_INFINITY),
    most: dual.big + shift + packed.bound(MOST_POINTS),
    aroundPlace: blossoms.outermost,
    around,
    z: blossoms.z,
  }
}
