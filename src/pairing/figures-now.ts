import type { RoundFigures, RoundInput, Unpaired } from './model.ts'
import { percentiles } from './plan/figures-of-fit.ts'
import { capacityUse, groupParity } from './plan/figures-of-people.ts'
import { type Group, pairsWithin } from './plan/group.ts'
import { countPlaces } from './plan/places.ts'
import { buildRoster, type Roster } from './plan/roster.ts'
import { pastLookup } from './plan/tiers.ts'
import type { Round, RoundPair } from './round.ts'

/**
 * Whether a lead has changed the pairs since their figures were reckoned. Those of a round between rounds that proposed
 * itself are about everybody who was free on that day, and are never its pairs' alone.
 */
export function isChanged({ isSmall, figures }: Pick<Round, 'isSmall' | 'figures'>, pairs: readonly RoundPair[]) {
  if (isSmall && figures.matchable > 0) return false
  return figures.total !== totalOf(pairs) || figures.paired !== placedIn(pairs).size
}

/**
 * The figures of pairs that a lead has changed. What can be counted is counted anew; what was proved (the most that
 * could be placed, the fewest repeats, the price of fairness) stays what it was of the round as it was proposed.
 * @param input everybody who may be paired now, with the places that standing pairs leave free
 */
export function figuresNow(
  input: RoundInput,
  { pairs, unpaired }: { readonly pairs: readonly RoundPair[]; readonly unpaired: readonly Unpaired[] },
  proposed: RoundFigures,
): RoundFigures {
  const roster = buildRoster(input)
  const groups = pairs.flatMap((pair) => groupOf(roster, pair))
  const placed = placedIn(pairs)
  const scores = pairs.map((pair) => pair.score)
  const repeated = pastLookup(roster)
  const waits = unpaired.map(({ id }) => roster.people[roster.numberOf.get(id) ?? -1]?.waiting ?? 0)
  return {
    ...proposed,
    people: new Set([...placed, ...unpaired.map((u) => u.id)]).size,
    paired: placed.size,
    total: totalOf(pairs),
    mean: pairs.length === 0 ? null : totalOf(pairs) / pairs.length,
    worst: pairs.length === 0 ? null : scores.reduce((worst, score) => Math.min(worst, score)),
    percentiles: percentiles(roster, groups),
    repeats: groups.flatMap(pairsWithin).filter(([a, b]) => repeated(a, b) !== undefined).length,
    longestWait: waits.reduce((longest, wait) => Math.max(longest, wait), 0),
    capacityUse: capacityUse(roster, countPlaces(roster), groups),
    parity: groupParity(roster, new Set(groups.flat())),
  }
}

const totalOf = (pairs: readonly RoundPair[]) => pairs.reduce((sum, pair) => sum + pair.score, 0)
const placedIn = (pairs: readonly RoundPair[]) => new Set(pairs.flatMap((pair) => pair.members.map((m) => m.id)))

/** By number; nothing where somebody of the pair may not be paired any more. */
function groupOf({ numberOf }: Roster, { members }: RoundPair): Group[] {
  const [a, b, c] = members.map((m) => numberOf.get(m.id))
  if (a === undefined || b === undefined) return []
  if (members.length === 2) return [[a, b]]
  return c === undefined ? [] : [[a, b, c]]
}
