import { type BestRound, bestRound } from './best-round.ts'
import { type Group, groupScore, groupsOf } from './group.ts'
import type { Places } from './places.ts'
import type { Roster } from './roster.ts'
import { type Edge, mostAndBest } from './small-graph.ts'
import { NOTHING_GIVEN } from './solve-steps.ts'
import { pastLookup } from './tiers.ts'

/** In larger rounds new partners are plenty. */
const LOOK_AHEAD_UP_TO = 60
const DRAWS = 12

/**
 * A best round after which the next can again be full without a repeat: small groups that meet often would otherwise
 * pair themselves into a corner. First ties are settled otherwise; if that does not do, the pair whose postponing costs
 * least is left for later. What stands above the score is never touched.
 */
export function farSightedRound(r: Roster, places: Places): BestRound {
  const first = bestRound(r, places)
  const canCorner = r.kind.takesTurns && r.people.length <= LOOK_AHEAD_UP_TO && r.past.some((met) => met.length > 0)
  if (!canCorner || hasNext(r, places, first)) return first
  for (let draw = 1; draw <= DRAWS; draw++) {
    const other = bestRound(r, places, { ...NOTHING_GIVEN, draw })
    if (hasNext(r, places, other)) return other
  }
  let best: { round: BestRound; total: number } | null = null
  for (const avoided of groupsIn(places, first)) {
    const round = bestRound(r, places, { ...NOTHING_GIVEN, avoided })
    const total = groupsIn(places, round).reduce((sum, group) => sum + groupScore(r, group), 0)
    if ((best === null || total > best.total) && hasNext(r, places, round)) best = { round, total }
  }
  return best === null ? first : best.round
}

function groupsIn(places: Places, { steps, pairs }: BestRound): Group[] {
  return groupsOf(steps.at(-1)!, pairs, places)
}

/** Whether as many can be paired anew next time; true as well when this round already has to repeat. */
function hasNext(r: Roster, places: Places, round: BestRound): boolean {
  const isPast = pastLookup(r)
  const groups = groupsIn(places, round)
  if (groups.some(([a, b]) => isPast(a, b) !== undefined)) return true
  const now = new Set(groups.map(([a, b]) => a * r.people.length + b))
  const fresh: Edge[] = []
  const { guide, learner, size } = round.pairs
  for (let p = 0; p < size; p++) {
    const [a, b] = [guide[p]!, learner[p]!]
    if (isPast(a, b) === undefined && !now.has(a * r.people.length + b)) fresh.push([a, b, 0])
  }
  return mostAndBest(r.people.length, fresh).filter((other) => other >= 0).length >= 2 * groups.length
}
