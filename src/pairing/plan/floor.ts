import type { Packed } from './packing.ts'
import type { PairList } from './pair-list.ts'
import { isTight, keepsFace, type SolvedStep, solveWithin } from './step-graph.ts'

/** Nothing but the number of pairs, or what the steps above require. */
export const NO_GOAL: Packed = { settles: [], atPlace: null, ofPair: () => 0, bound: () => 0, most: 0, shift: 0 }

/** Solves for feasibility alone: does a floor leave a round that the steps above call optimal? */
function tryFloor(face: SolvedStep, pairs: PairList, floor: number): SolvedStep {
  return solveWithin(face, pairs, NO_GOAL, 1, floor)
}

export interface HighestFloor {
  readonly floor: number
  /** the failed try of the next floor; null where none was made */
  readonly higher: SolvedStep | null
}

/**
 * The worst pair is lifted as far as it costs nothing of what stands above the score: binary search over the scores
 * that occur, up to the best pair of whoever has it hardest, which is looked at first: it is hardly ever someone else
 * who keeps the floor down.
 * @param atMost no floor above it is asked for
 * @param guess where to look before that
 * @returns null when the steps above leave nobody paired
 */
export function highestFloor(
  face: SolvedStep,
  pairs: PairList,
  atMost: number,
  guess: number | null,
): HighestFloor | null {
  const worst = worstScore(face, pairs)
  if (worst === null) return null
  if (worst >= atMost) return { floor: atMost, higher: null }
  const { scores, hardest } = tightScores(face, pairs)
  // the most asked for is tried like a score that occurs: a floor just below it would let a pair between the two in
  const tried = Number.isFinite(atMost) ? [...scores, atMost] : [...scores]
  const rising = [...new Set(tried)]
    .filter((score) => score > worst && score <= Math.min(atMost, hardest))
    .sort((a, b) => a - b)
  const failed = new Map<number, SolvedStep>()
  const best = bisect(rising, guess ?? rising.at(-1) ?? null, (floor) => {
    const attempt = tryFloor(face, pairs, floor)
    if (keepsFace(attempt)) return true
    failed.set(floor, attempt)
    return false
  })
  const floor = rising[best] ?? worst
  if (floor >= atMost) return { floor, higher: null }
  // no pair of the list scores between the two, so one try stands for the other
  return { floor, higher: failed.get(rising[best + 1] ?? -1) ?? tryFloor(face, pairs, floor + 1) }
}

/** Place of the last that holds in a list whose first ones hold, -1 for none; looks at the guess and its neighbour first. */
function bisect(rising: readonly number[], guess: number | null, holds: (value: number) => boolean): number {
  let low = 0
  let high = rising.length - 1
  let next = guess === null ? -1 : rising.indexOf(guess)
  while (low <= high) {
    const middle = next >= low && next <= high ? next : (low + high) >> 1
    if (holds(rising[middle]!)) low = middle + 1
    else high = middle - 1
    next = middle === next ? next + 1 : -1
  }
  return low - 1
}

function worstScore({ graph, pairOf, mate }: SolvedStep, pairs: PairList): number | null {
  let worst: number | null = null
  for (let e = 0; e < graph.u.length; e++) {
    if (mate[graph.u[e]!] !== graph.v[e]) continue
    worst = Math.min(worst ?? Number.POSITIVE_INFINITY, pairs.score[pairOf[e]!]!)
  }
  return worst
}

/** The scores of the pairs that a round of the face can hold, and the best one left to a place that has to be filled. */
function tightScores(face: SolvedStep, pairs: PairList): { scores: Set<number>; hardest: number } {
  const { graph, pairOf, dual } = face
  const scores = new Set<number>()
  const best = new Int32Array(graph.n).fill(-1)
  for (let e = 0; e < graph.u.length; e++) {
    const x = graph.u[e]!
    const y = graph.v[e]!
    if (!isTight(face, x, y, graph.w[e]!)) continue
    const score = pairs.score[pairOf[e]!]!
    scores.add(score)
    if (score > best[x]!) best[x] = score
    if (score > best[y]!) best[y] = score
  }
  let hardest = Number.POSITIVE_INFINITY
  for (let x = 0; x < graph.n; x++) if (dual.u[x]! > 0) hardest = Math.min(hardest, best[x]!)
  return { scores, hardest }
}
