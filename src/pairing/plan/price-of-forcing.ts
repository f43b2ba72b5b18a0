import { bestRound } from './best-round.ts'
import { type Group, groupScore, groupsOf, pairsWithin } from './group.ts'
import type { Candidate, RoundInput, RoundPlan } from '../model.ts'
import { isAdmissible } from './pair-rules.ts'
import { countPlaces } from './places.ts'
import { buildRoster, type Roster } from './roster.ts'
import { NOTHING_GIVEN } from './solve-steps.ts'
import { pastLookup } from './tiers.ts'
import { placeLeftovers } from './trio.ts'

/** What a lead would give up by forcing a pair, exactly: the plan as it is less the best plan with it. */
export interface ForcedPrice {
  /** people placed; below 0 where the forced plan places more, which only best-fit programs allow */
  readonly people: number
  /** repeats the forced plan has more */
  readonly repeats: number
  /** points of total score */
  readonly total: number
}

/**
 * Solves the rest again with these two together.
 * @returns null when a hard rule keeps the two apart, whichever it is: the refusal says the same of all of them
 */
export function priceOfForcing(
  input: RoundInput,
  { figures }: Pick<RoundPlan, 'figures'>,
  one: string,
  other: string,
): ForcedPrice | null {
  const whole = buildRoster(input)
  const pair = rolesOf(whole, one, other)
  if (pair === null) return null
  const [guide, learner] = pair.map((person) => whole.people[person]!.id)
  const people = input.people.flatMap((person) =>
    person.id === learner
      ? withoutLearning(whole, person)
      : person.id === guide
        ? withOneLess(whole, person)
        : [person],
  )
  const rest = buildRoster({ ...input, people, taken: [...input.taken, [one, other]] })
  const served = new Set([one, other].flatMap((id) => rest.numberOf.get(id) ?? []))
  const places = countPlaces(rest)
  const round = bestRound(rest, places, { ...NOTHING_GIVEN, served, floorAtMost: groupScore(whole, pair) })
  const groups = placeLeftovers(rest, places, round, groupsOf(round.steps.at(-1)!, round.pairs, places))
  const others = groups.flat().filter((person) => !served.has(person))
  return {
    people: figures.paired - new Set(others).size - 2,
    repeats: countRepeats(rest, groups) + countRepeats(whole, [pair]) - figures.repeats,
    total: figures.total - totalOf(rest, groups) - totalOf(whole, [pair]),
  }
}

/** A learner takes one new partner a round; whoever is both keeps their other places for guiding. */
function withoutLearning({ kind }: Roster, person: Candidate): Candidate[] {
  if (kind.takesTurns || person.role !== 'both' || person.capacity < 2) return []
  return [{ ...person, role: 'guide', capacity: person.capacity - 1 }]
}

function withOneLess({ kind }: Roster, person: Candidate): Candidate[] {
  return kind.takesTurns || person.capacity < 2 ? [] : [{ ...person, capacity: person.capacity - 1 }]
}

function countRepeats(r: Roster, groups: readonly Group[]): number {
  const months = pastLookup(r)
  return groups.flatMap(pairsWithin).filter(([a, b]) => months(a, b) !== undefined).length
}

function totalOf(r: Roster, groups: readonly Group[]): number {
  return groups.reduce((sum, group) => sum + groupScore(r, group), 0)
}

function rolesOf(roster: Roster, one: string, other: string): readonly [number, number] | null {
  const a = roster.numberOf.get(one)
  const b = roster.numberOf.get(other)
  if (a === undefined || b === undefined) return null
  const orders = [[a, b] as const, [b, a] as const]
  const may = ([guide, learner]: readonly [number, number]) =>
    roster.guides.includes(guide) && roster.learners.includes(learner) && isAdmissible(roster, guide, learner)
  return orders.find(may) ?? null
}
