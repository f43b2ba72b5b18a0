import type { PlannedPair } from '../model.ts'
import { scoreOf } from './pair-score.ts'
import type { Places } from './places.ts'
import { reasonFor } from './reason.ts'
import type { Roster } from './roster.ts'
import type { SolvedStep } from './step-graph.ts'
import type { PairList } from './pair-list.ts'

/** People paired, by number: two, guide first where the kind tells them apart; three in a trio, in order. */
export type Group = readonly [number, number] | readonly [number, number, number]

/** The pairs a solved step stands for, in order of their smallest person. */
export function groupsOf({ graph, pairOf, mate }: SolvedStep, pairs: PairList, places: Places): Group[] {
  const taken = new Uint8Array(places.count)
  const groups: Group[] = []
  for (let e = 0; e < graph.u.length; e++) {
    const [x, y] = [graph.u[e]!, graph.v[e]!]
    if (mate[x] !== y || taken[x] === 1) continue
    taken[x] = 1
    taken[y] = 1
    groups.push([pairs.guide[pairOf[e]!]!, pairs.learner[pairOf[e]!]!])
  }
  return inOrder(groups)
}

export function inOrder(groups: readonly Group[]): Group[] {
  return groups.toSorted((a, b) => Math.min(...a) - Math.min(...b) || Math.max(...a) - Math.max(...b))
}

/** The two people of each pair in a group: one for two, three for a trio. */
export function pairsWithin(group: Group): readonly (readonly [number, number])[] {
  const [a, b, c] = group
  return c === undefined
    ? [[a, b]]
    : [
        [a, b],
        [a, c],
        [b, c],
      ]
}

/** 0 to 1000; of a trio the mean of its pairs, in whole points. */
export function groupScore(r: Roster, group: Group): number {
  const within = pairsWithin(group)
  return Math.floor(within.reduce((sum, [a, b]) => sum + scoreOf(r, a, b), 0) / within.length)
}

export function planned(r: Roster, group: Group): PlannedPair {
  const reasons = pairsWithin(group).map(([a, b]) => reasonFor(r, a, b))
  const ids = group.map((person) => r.people[person]!.id)
  const role = (i: number) => (r.kind.takesTurns ? 'both' : i === 0 ? 'guide' : 'learner')
  const members = ids.map((id, i) => ({ id, role: role(i) }) as const)
  const [first, ...others] = reasons
  return {
    members: r.kind.takesTurns ? members.toSorted((a, b) => (a.id < b.id ? -1 : 1)) : members,
    score: groupScore(r, group),
    // a group has two or three people, so at least one pair
    reasons: [first!, ...others],
  }
}
