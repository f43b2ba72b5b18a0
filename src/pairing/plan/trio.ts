import type { BestRound } from './best-round.ts'
import { bestCover, bestWithOneTrio } from './cover-exactly.ts'
import { type Group, inOrder, pairsWithin } from './group.ts'
import type { Places } from './places.ts'
import type { Roster } from './roster.ts'
import { type Edge, mostAndBest } from './small-graph.ts'
import { groupValue, joinValue, type PairValue } from './group-value.ts'

/** Up to this many people every cover by pairs and trios is compared. */
const COMPARE_ALL = 21
/** Beyond EVERYONE people only those whose leaving costs least by the certificate are tried as the odd one. */
const EVERYONE = 200
const TRIED = 30

/**
 * Gives whoever is left over a place in a pair of two, where the kind and the program allow trios. Up to COMPARE_ALL
 * people the result is the best of all covers; beyond, with one left over, each likely person is tried as the odd one
 * and the rest solved again; with several, leftovers and pairs are matched once more, each pair taking one.
 */
export function placeLeftovers(
  r: Roster,
  places: Places,
  round: BestRound,
  groups: readonly Group[],
): readonly Group[] {
  if (!r.kind.trioAllowed || !r.kind.takesTurns || r.rules.odd !== 'trio') return groups
  const inPairs = new Set(groups.flat())
  const left = Array.from(places.personAt).filter((person) => !inPairs.has(person))
  if (left.length === 0 || groups.length === 0) return groups
  const value = groupValue(r)
  if (places.count <= COMPARE_ALL) {
    const people = Array.from(places.personAt)
    return inOrder(bestWithOneTrio(people, value) ?? bestCover(people, value))
  }
  const attached = attachAll(value, groups, left)
  if (left.length > 1) return attached
  return bestWithOddOne(places, round, value) ?? attached
}

function attachAll(value: PairValue, groups: readonly Group[], left: readonly number[]): Group[] {
  const edges: Edge[] = []
  for (const [i, person] of left.entries()) {
    for (const [j, group] of groups.entries()) {
      const gain = joinValue(value, group, person)
      if (gain >= 0) edges.push([i, left.length + j, gain])
    }
  }
  const mate = mostAndBest(left.length + groups.length, edges)
  return inOrder(
    groups.map((group, j) => {
      const joined = mate[left.length + j]!
      return joined < 0 ? group : trioOf(group, left[joined]!)
    }),
  )
}

function trioOf([a, b]: Group, person: number): Group {
  const [x = 0, y = 0, z = 0] = [a, b, person].sort((p, q) => p - q)
  return [x, y, z]
}

/** Tries one person after another as the odd one: the rest is paired without them, then they join the best pair. */
function bestWithOddOne(places: Places, round: BestRound, value: PairValue): Group[] | null {
  const { u } = round.steps.at(-1)!.dual
  const byCost = Array.from({ length: places.count }, (_, x) => x).sort((x, y) => u[x]! - u[y]! || x - y)
  const tried = places.count <= EVERYONE ? byCost : byCost.slice(0, TRIED)
  let best: { groups: Group[]; total: number } | null = null
  for (const odd of tried) {
    const groups = pairWithout(places, round, value, odd)
    if (groups.length * 2 + 1 < places.count) continue
    const person = places.personAt[odd]!
    const gains = groups.map((group) => joinValue(value, group, person))
    const host = gains.indexOf(Math.max(...gains))
    if (gains[host]! < 0) continue
    const total = gains[host]! + groups.flatMap(pairsWithin).reduce((sum, [a, b]) => sum + value(a, b), 0)
    if (best !== null && total <= best.total) continue
    best = { groups: inOrder(groups.map((group, i) => (i === host ? trioOf(group, person) : group))), total }
  }
  return best && best.groups
}

function pairWithout(places: Places, { pairs }: BestRound, value: PairValue, odd: number): Group[] {
  const kept: Edge[] = []
  for (let p = 0; p < pairs.size; p++) {
    const [a, b] = [pairs.guide[p]!, pairs.learner[p]!]
    const [x, y] = [places.firstOf[a]!, places.firstOf[b]!]
    if (x !== odd && y !== odd) kept.push([x, y, value(a, b)])
  }
  const mate = mostAndBest(places.count, kept)
  const groups: Group[] = []
  for (let x = 0; x < places.count; x++)
    if (mate[x]! > x) groups.push([places.personAt[x]!, places.personAt[mate[x]!]!])
  return groups
}
