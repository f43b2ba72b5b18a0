import { cutIntoSteps, pack, type Packed } from './packing.ts'
import type { PairList } from './pair-list.ts'
import type { Places } from './places.ts'
import type { Roster } from './roster.ts'
import { keepsFace, solveFirst, type SolvedStep, solveWithin } from './step-graph.ts'
import { scoreTier, type Tier, upperTiers } from './tiers.ts'

/** What a round is solved by: goals packed into steps, the score last and alone so that the floor can be put under it. */
export interface Goals {
  readonly upper: readonly Packed[]
  readonly score: Packed
  readonly pairsAtMost: number
  readonly mostPlaced: boolean
  readonly floorAtMost: number
}

/** What is settled before a round is solved. */
export interface Given {
  /** people who have a partner of this round already, and may get a further one */
  readonly served: ReadonlySet<number>
  /** settles ties; any gives an equally good round */
  readonly draw: number
  /** two people left for a later round where that costs nothing above the lot and the score; or nobody */
  readonly avoided: readonly number[]
  /** score of a pair that is made already: lifting others above it lifts no worst pair */
  readonly floorAtMost: number
}

export const NOTHING_GIVEN: Given = { served: new Set(), draw: 0, avoided: [], floorAtMost: Number.POSITIVE_INFINITY }

export interface SolvedRound {
  /** in order; the last settles the score */
  readonly steps: readonly SolvedStep[]
  /** every pair scores at least this: the highest floor that costs nothing above the score. Null: not lifted */
  readonly floor: number | null
  /** the best without the floor, for the price of fairness */
  readonly free: SolvedStep
}

export function goalsOf(r: Roster, places: Places, given: Given = NOTHING_GIVEN): Goals {
  const pairsAtMost = Math.max(1, Math.min(Math.floor(places.count / 2), r.learners.length))
  const { mostPlaced } = r.rules
  const cut = cutIntoSteps(upperTiers(r, places, given.served, given.avoided), places.count, pairsAtMost, mostPlaced)
  const packed = (tiers: readonly Tier[]) => pack(tiers, places.count, pairsAtMost)
  return {
    upper: cut.map(packed),
    score: packed([scoreTier(r, given.draw)]),
    pairsAtMost,
    mostPlaced,
    floorAtMost: given.floorAtMost,
  }
}

/** Solves the steps over the pairs of the list. */
export function solveSteps(places: Places, pairs: PairList, goals: Goals): SolvedRound {
  const { upper, score, pairsAtMost, mostPlaced, floorAtMost } = goals
  const objective = mostPlaced ? 'card' : 'weight'
  const [first, ...further] = upper
  if (first === undefined) {
    const only = solveFirst(places, pairs, score, objective)
    return { steps: [only], floor: null, free: only }
  }
  const above = [solveFirst(places, pairs, first, objective)]
  for (const packed of further) above.push(solveWithin(above.at(-1)!, pairs, packed, pairsAtMost))
  const face = above.at(-1)!
  const free = solveWithin(face, pairs, score, pairsAtMost)
  const floor = mostPlaced ? highestFloor(free, face, pairs, floorAtMost) : null
  const last = floor === null ? free : solveWithin(face, pairs, score, pairsAtMost, floor)
  return { steps: [...above, last], floor, free }
}

/** Nothing but the number of pairs, or what the steps above require. */
export const NO_GOAL: Packed = { settles: [], atPlace: null, ofPair: () => 0, bound: () => 0, most: 0, shift: 0 }

/** Solves for feasibility alone: does a floor leave a round that the steps above call optimal? */
export function tryFloor(face: SolvedStep, pairs: PairList, floor: number): SolvedStep {
  return solveWithin(face, pairs, NO_GOAL, 1, floor)
}

/**
 * The worst pair is lifted as far as it costs nothing of what stands above the score: binary search over the scores
 * that occur, between the worst pair of the best free round and the best pair of whoever has it hardest.
 */
function highestFloor(free: SolvedStep, face: SolvedStep, pairs: PairList, atMost: number): number | null {
  const worst = worstScore(free, pairs)
  if (worst === null || worst >= atMost) return worst === null ? null : atMost
  const ceiling = Math.min(atMost, hardestPlace(free, face, pairs))
  const scores = new Set<number>()
  for (const p of free.pairOf) if (pairs.score[p]! > worst && pairs.score[p]! <= ceiling) scores.add(pairs.score[p]!)
  const rising = [...scores].sort((a, b) => a - b)
  let best = worst
  for (let low = 0, high = rising.length - 1; low <= high; ) {
    const middle = (low + high) >> 1
    if (keepsFace(tryFloor(face, pairs, rising[middle]!))) {
      best = rising[middle]!
      low = middle + 1
    } else high = middle - 1
  }
  return best
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
    for (const x of [graph.u[e]!, graph.v[e]!]) if (score > best[x]!) best[x] = score
  }
  let ceiling = Number.POSITIVE_INFINITY
  for (let x = 0; x < graph.n; x++) if (face.dual.u[x]! > 0) ceiling = Math.min(ceiling, best[x]!)
  return ceiling
}
