import type { Packed } from './packing.ts'
import type { PairList } from './pair-list.ts'
import { keepsFace, type SolvedStep, solveWithin } from './step-graph.ts'

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
 * that occur, up to the best pair of whoever has it hardest.
 * @param atMost no floor above it is asked for
 * @param guess where to look first
 * @returns null when the steps above leave nobody paired
 */
export function highestFloor(
  face: SolvedStep,
  pairs: PairList,
  atMost: number,
  guess: number | null,
): HighestFloor | null {
  const any = tryFloor(face, pairs, 0)
  const worst = worstScore(any, pairs)
  if (worst === null) return null
  if (worst >= atMost) return { floor: atMost, higher: null }
  const ceiling = Math.min(atMost, hardestPlace(any, face, pairs))
  const scores = new Set<number>()
  for (const p of any.pairOf) if (pairs.score[p]! > worst && pairs.score[p]! <= ceiling) scores.add(pairs.score[p]!)
  const rising = [...scores].sort((a, b) => a - b)
  const failed = new Map<number, SolvedStep>()
  const best = bisect(rising, guess, (floor) => {
    const tried = tryFloor(face, pairs, floor)
    if (keepsFace(tried)) return true
    failed.set(floor, tried)
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

/** No floor can exceed the best score left to a place that has to be filled. */
function hardestPlace({ graph, pairOf }: SolvedStep, face: SolvedStep, pairs: PairList): number {
  const best = new Int32Array(graph.n).fill(-1)
  for (let e = 0; e < graph.u.length; e++) {
    const score = pairs.score[pairOf[e]!]!
    const x = graph.u[e]!
    const y = graph.v[e]!
    if (score > best[x]!) best[x] = score
    if (score > best[y]!) best[y] = score
  }
  let ceiling = Number.POSITIVE_INFINITY
  for (let x = 0; x < graph.n; x++) if (face.dual.u[x]! > 0) ceiling = Math.min(ceiling, best[x]!)
  return ceiling
}
