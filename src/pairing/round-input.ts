import type { Program } from '../program/program.ts'
import { KINDS } from '../program/kinds.ts'
import type { Candidate, PastPair, RoundInput } from './model.ts'

export interface RoundFacts {
  readonly program: Program
  /** capacity is what they wished for; standing pairs are subtracted here */
  readonly people: readonly Candidate[]
  /** ids of the two or three people of each pair that stands or is to stay */
  readonly standing: readonly (readonly string[])[]
  readonly managers: ReadonlyMap<string, string>
  readonly never: readonly (readonly [string, string])[]
  readonly past: readonly PastPair[]
  readonly seed: number
  /** YYYY-MM-DD in the program's zone */
  readonly on: string
}

/** Hours a day that two must share where the program asks for it (product: pairing rules). */
const MIN_SHARED_HOURS = 2

/**
 * What the solver is given: standing pairs stay, so whoever has a partner comes back only as a guide with free places.
 */
export function roundInput(facts: RoundFacts): RoundInput {
  const { program, standing } = facts
  const partners = partnerCounts(standing)
  const people = facts.people.flatMap((person): Candidate[] => {
    const taken = partners.get(person.id) ?? 0
    if (taken === 0) return [person]
    const free = person.capacity - taken
    if (free <= 0 || person.role === 'learner' || KINDS[program.kind].takesTurns) return []
    return [{ ...person, role: 'guide', capacity: free }]
  })
  return {
    kind: program.kind,
    rules: {
      otherTeam: program.rules.otherTeam,
      sharedLanguage: program.rules.sharedLanguage,
      sharedHours: program.rules.sharedHours,
      minSharedHours: MIN_SHARED_HOURS,
      attributeRule: program.attributeRule,
      mostPlaced: program.rules.mostPlaced,
      odd: program.rules.odd,
    },
    people,
    managers: facts.managers,
    never: facts.never,
    past: facts.past,
    taken: standing.flatMap(twos),
    seed: facts.seed,
    on: facts.on,
  }
}

/** Partners each person has now. */
export function partnerCounts(standing: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const ids of standing) {
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + ids.length - 1)
  }
  return counts
}

const twos = (ids: readonly string[]): (readonly [string, string])[] =>
  ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const))
