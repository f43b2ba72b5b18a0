import { EXACT_WEIGHT_LIMIT } from './solver/csr.ts'
import type { Tier } from './tiers.ts'

/** Several tiers as one weight: each outweighs all that the tiers below it can add up to over a whole round. */
export interface Packed {
  readonly settles: readonly string[]
  /** weight of a place, null where none of these tiers has one */
  readonly atPlace: Float64Array | null
  /** 0 or less for what costs (repeats), 0 or more for what earns (score) */
  readonly ofPair: (guide: number, learner: number, score: number) => number
  /** the most that ofPair gives a pair of at most this score */
  readonly bound: (score: number) => number
  /** two pairs differ by at most this */
  readonly most: number
  /** makes every ofPair 0 or more when added */
  readonly shift: number
}

/** Depth of nested blossoms allowed for; the solver refuses weights that would not be exact, so more is a fault, not an error. */
const NESTING = 8

/** Tiers whose pairs are worth 0 or less. */
const COSTS: ReadonlySet<Tier['name']> = new Set(['repeats', 'age', 'next'])

/** @param pairsAtMost in one round */
export function pack(tiers: readonly Tier[], places: number, pairsAtMost: number): Packed {
  const units = unitsOf(tiers, pairsAtMost)
  const atPlace = tiers.some((tier) => tier.atPlace) ? new Float64Array(places) : null
  for (const [i, tier] of tiers.entries()) {
    for (const [x, value] of (tier.atPlace ?? []).entries()) atPlace![x]! += value * units[i]!
  }
  const ofPairs = tiers.flatMap(({ ofPair }, i) => (ofPair ? [{ ofPair, unit: units[i]! }] : []))
  const costs = tiers.map(({ name, most }, i) => (COSTS.has(name) ? most * units[i]! : 0))
  return {
    settles: tiers.map((tier) => tier.name),
    atPlace,
    ofPair: (guide, learner, score) =>
      ofPairs.reduce((sum, { ofPair, unit }) => sum + unit * ofPair(guide, learner, score), 0),
    bound: (score) => tiers.reduce((sum, tier, i) => sum + units[i]! * (tier.bound?.(score) ?? 0), 0),
    most: mostOf(tiers, units),
    shift: costs.reduce((sum, cost) => sum + cost, 0),
  }
}

/**
 * Cuts the tiers into steps whose weights stay exact: the first step takes as many as fit, the next goes on among the
 * optimal rounds of the one before. The totals are exact too, so that whoever checks a certificate may add doubles.
 * @param cardinality whether the first step also puts the number of pairs above everything
 */
export function cutIntoSteps(
  tiers: readonly Tier[],
  places: number,
  pairsAtMost: number,
  cardinality: boolean,
): Tier[][] {
  const steps: Tier[][] = cardinality ? [[]] : []
  for (const tier of tiers) {
    const last = steps.at(-1)
    const lift = cardinality && steps.length === 1 ? Math.floor(places / 2) + 1 : (pairsAtMost + 1) * (2 + NESTING)
    const joined = [...(last ?? []), tier]
    const total = (mostOf(joined, unitsOf(joined, pairsAtMost)) + 1) * (lift + 1) * pairsAtMost
    if (last && total < EXACT_WEIGHT_LIMIT) last.push(tier)
    else steps.push([tier])
  }
  return steps
}

function unitsOf(tiers: readonly Tier[], pairsAtMost: number): number[] {
  const units = tiers.map(() => 1)
  let below = 0
  for (let i = tiers.length - 1; i >= 0; i--) {
    units[i] = 1 + below * pairsAtMost
    below += units[i]! * tiers[i]!.most
  }
  return units
}

function mostOf(tiers: readonly Tier[], units: readonly number[]): number {
  return tiers.reduce((sum, tier, i) => sum + tier.most * units[i]!, 0)
}
