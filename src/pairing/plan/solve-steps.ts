import { highestFloor } from './floor.ts'
import { cutIntoSteps, pack, type Packed } from './packing.ts'
import type { PairList } from './pair-list.ts'
import type { Places } from './places.ts'
import type { Proof } from './quick-step.ts'
import type { Roster } from './roster.ts'
import { solveFirst, type SolvedStep, solveWithin } from './step-graph.ts'
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
  /** shows that no higher floor leaves a round the steps above call optimal; null where none was asked for */
  readonly higher: SolvedStep | null
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

/**
 * Solves the steps over the pairs of the list.
 * @param guess a floor that is likely the highest, where one is known
 */
export function solveSteps(places: Places, pairs: PairList, goals: Goals, guess: number | null = null): SolvedRound {
  const { upper, score, pairsAtMost, mostPlaced, floorAtMost } = goals
  const objective = mostPlaced ? 'card' : 'weight'
  const [first, ...further] = upper
  if (first === undefined) return { steps: [solveFirst(places, pairs, score, objective)], floor: null, higher: null }
  const above = [solveFirst(places, pairs, first, objective)]
  for (const packed of further) above.push(solveWithin(above.at(-1)!, pairs, packed, pairsAtMost))
  const face = above.at(-1)!
  const lifted = mostPlaced ? highestFloor(face, pairs, floorAtMost, guess) : null
  const last = solveWithin(face, pairs, score, pairsAtMost, lifted?.floor)
  return { steps: [...above, last], floor: lifted?.floor ?? null, higher: lifted?.higher ?? null }
}

/** The best without the floor over the same pairs, for the price of fairness. */
export function solveFree(pairs: PairList, goals: Goals, { steps, floor }: SolvedRound): SolvedStep {
  const face = steps.at(-2)
  if (floor === null || face === undefined) return steps.at(-1)!
  return solveWithin(face, pairs, goals.score, goals.pairsAtMost)
}

/** What has to hold over all pairs for the round to be the best there is, and its floor the highest. */
export function proofsOf({ steps, floor, higher }: SolvedRound): Proof[] {
  const proof = { steps, floor: floor ?? 0, from: 0 }
  if (higher === null) return [proof]
  return [proof, { steps: [...steps.slice(0, -1), higher], floor: proof.floor + 1, from: steps.length - 1 }]
}
