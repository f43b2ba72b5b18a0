import { type BestRound, bestRound } from './best-round.ts'
import { groupsOf } from './group.ts'
import type { Places } from './places.ts'
import type { Roster } from './roster.ts'
import { type Edge, mostAndBest } from './small-graph.ts'
import { pastLookup } from './tiers.ts'

/** In larger rounds new partners are plenty. */
const LOOK_AHEAD_UP_TO = 60
const DRAWS = 24

/**
 * Among equally good rounds one after which the next can again be full without a repeat, if a few draws find one: small
 * groups that meet often would otherwise pair themselves into a corner. Only ties are settled by it, never a score.
 */
export function farSightedRound(r: Roster, places: Places): BestRound {
  const first = bestRound(r, places)
  if (!r.kind.takesTurns || r.people.length > LOOK_AHEAD_UP_TO) return first
  const isPast = pastLookup(r)
  const hasNext = ({ steps, pairs }: BestRound): boolean => {
    const groups = groupsOf(steps.at(-1)!, pairs, places)
    if (groups.some(([a, b]) => isPast(a, b) !== undefined)) return true
    const now = new Set(groups.map(([a, b]) => a * r.people.length + b))
    const fresh: Edge[] = []
    for (let p = 0; p < pairs.size; p++) {
      const [a, b] = [pairs.guide[p]!, pairs.learner[p]!]
      if (isPast(a, b) === undefined && !now.has(a * r.people.length + b)) fresh.push([a, b, 0])
    }
    return mostAndBest(r.people.length, fresh).filter((other) => other >= 0).length >= 2 * groups.length
  }
  if (hasNext(first)) return first
  for (let draw = 1; draw <= DRAWS; draw++) {
    const other = bestRound(r, places, undefined, draw)
    if (hasNext(other)) return other
  }
  return first
}
