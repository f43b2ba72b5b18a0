import { MOST_POINTS } from './pair-score.ts'
import { sureZ } from './spine.ts'
import { atPlace, type SolvedStep } from './step-graph.ts'

/** A chain of solved steps that has to hold over all pairs. */
export interface Proof {
  readonly steps: readonly SolvedStep[]
  /** pairs scoring less take no part in the last step */
  readonly floor: number
  /** the first of the steps that no other proof answers for */
  readonly from: number
}

/**
 * One step as a quick test sees it, by place. A pair is covered when step after step, with the smaller `shared` where both
 * lie in one outermost blossom, and `prize` where they did so in the step before,
 *   reduced + reduced + shared >= mostByScore + prize,
 * and already when it is more in a step above the last: then it is not tight, and later steps do not ask for it.
 * Inner blossoms of the steps above are left out: a pair that they hold as well is covered by more than is needed. So a
 * tight pair shares at most the outermost blossom, and earns one prize for it.
 */
export interface QuickStep {
  /** dual less what each pair of the place is sure to earn */
  readonly reduced: Float64Array
  /** the outermost blossom, -1 for none */
  readonly around: Int32Array
  readonly shared: Float64Array
  readonly prize: number
  /** the most that a pair of this score earns beyond that; rises with the score */
  readonly mostByScore: Float64Array
}

export function quickSteps({ steps, floor }: Proof): QuickStep[] {
  return steps.map((step, i) => {
    const isLast = i === steps.length - 1
    return quickStep(step, isLast, i > 0 && isLast ? floor : 0)
  })
}

function quickStep(
  { packed, graph, dual, face, shift, blossoms }: SolvedStep,
  isLast: boolean,
  floor: number,
): QuickStep {
  const { outermost, z } = blossoms
  const reduced = dual.u.map((u, x) => {
    const filling = face !== null && face.before.dual.u[x]! > 0 ? face.prize : 0
    return u - atPlace(packed, x) - filling
  })
  const mostByScore = Float64Array.from({ length: MOST_POINTS + 1 }, (_, score) =>
    score < floor ? Number.NEGATIVE_INFINITY : dual.big + shift + packed.bound(isLast ? score : MOST_POINTS),
  )
  return {
    reduced,
    around: outermost,
    shared: isLast ? sureZ(graph.n, dual.blossoms, blossoms) : Float64Array.from(outermost, (b) => z[b] ?? 0),
    prize: face === null ? 0 : face.prize,
    mostByScore,
  }
}

/** Whether one outermost blossom holds both places. */
export function isShared({ around }: QuickStep, x: number, y: number): boolean {
  return around[x]! >= 0 && around[x] === around[y]
}
