import type { BestRound } from './best-round.ts'
import { capacityUse, groupParity } from './figures-of-people.ts'
import { blockingPairs, percentiles } from './figures-of-fit.ts'
import { type Group, groupScore, pairsWithin } from './group.ts'
import type { RoundFigures } from '../model.ts'
import { isAdmissible } from './pair-rules.ts'
import type { PairList } from './pair-list.ts'
import type { Places } from './places.ts'
import type { Roster } from './roster.ts'
import type { SolvedStep } from './step-graph.ts'
import { pastLookup } from './tiers.ts'

/** The figures of pairing.md section 6, for the lead. */
export function figuresOf(r: Roster, places: Places, round: BestRound, groups: readonly Group[]): RoundFigures {
  const scores = groups.map((group) => groupScore(r, group))
  const total = scores.reduce((sum, score) => sum + score, 0)
  const placed = new Set(groups.flat())
  const repeated = pastLookup(r)
  const countRepeats = (some: readonly (readonly [number, number])[]) =>
    some.filter(([a, b]) => repeated(a, b) !== undefined).length
  const solved = round.steps.at(-1)!
  const inPairs = solvedPairs(solved, round.pairs)
  const left = r.people.filter((_, person) => !placed.has(person))
  return {
    people: r.people.length,
    matchable: matchable(round.pairs),
    paired: placed.size,
    mostPossible: new Set(inPairs.flat()).size,
    total,
    mean: scores.length === 0 ? null : total / scores.length,
    worst: scores.length === 0 ? null : scores.reduce((worst, score) => Math.min(worst, score)),
    percentiles: percentiles(r, groups),
    violations: groups.flatMap(pairsWithin).filter(([a, b]) => !isAdmissible(r, a, b)).length,
    repeats: countRepeats(groups.flatMap(pairsWithin)),
    leastRepeats: countRepeats(inPairs),
    longestWait: left.reduce((longest, { waiting }) => Math.max(longest, waiting), 0),
    capacityUse: capacityUse(r, places, groups),
    blockingPairs: blockingPairs(r, places, round.pairs, groups),
    fairness: fairness(round),
    parity: groupParity(r, placed),
  }
}

interface Scored {
  readonly pair: readonly [number, number]
  readonly score: number
}

function solvedPairs(step: SolvedStep, pairs: PairList): readonly (readonly [number, number])[] {
  return scoredPairs(step, pairs).map(({ pair }) => pair)
}

/** The pairs of a solved step. Parallel edges do not occur: a pair of places stands for one pair of people. */
function scoredPairs({ graph, pairOf, mate }: SolvedStep, pairs: PairList): Scored[] {
  const found: Scored[] = []
  for (let e = 0; e < graph.u.length; e++) {
    const p = pairOf[e]!
    if (mate[graph.u[e]!] === graph.v[e])
      found.push({ pair: [pairs.guide[p]!, pairs.learner[p]!], score: pairs.score[p]! })
  }
  return found
}

function matchable({ guide, learner, size }: PairList): number {
  return new Set([...guide.subarray(0, size), ...learner.subarray(0, size)]).size
}

/** What the floor under the worst pair costs: totals and worst pairs with and without it. */
function fairness({ steps, free, pairs, floor }: BestRound): RoundFigures['fairness'] {
  if (floor === null) return null
  const [kept, without] = [steps.at(-1)!, free].map((step) => scoredPairs(step, pairs).map(({ score }) => score))
  const sum = (scores: readonly number[] = []) => scores.reduce((total, score) => total + score, 0)
  const least = (scores: readonly number[] = []) => scores.reduce((worst, score) => Math.min(worst, score), 1000)
  return { total: sum(kept), worst: least(kept), freeTotal: sum(without), freeWorst: least(without) }
}
