import { defaultRules } from '../../../bench/population.ts'
import type { Candidate, RoundInput, RoundPlan } from '../../../src/pairing/model.ts'
import type { KindId } from '../../../src/program/kinds.ts'

/** Somebody of whom nothing is known that would keep anybody apart. */
export function aCandidate(id: string, change: Partial<Candidate> = {}): Candidate {
  return {
    id,
    role: 'both',
    level: null,
    team: null,
    site: null,
    managerId: null,
    tz: null,
    hours: null,
    languages: [],
    offers: [],
    wants: [],
    capacity: 1,
    asyncFirst: false,
    attribute: null,
    waiting: 0,
    ...change,
  }
}

export function aRound(kind: KindId, people: readonly Candidate[], change: Partial<RoundInput> = {}): RoundInput {
  const managers = new Map<string, string | null>()
  return {
    kind,
    rules: defaultRules(kind),
    people,
    managers,
    never: [],
    past: [],
    taken: [],
    seed: 7,
    on: '2026-11-24',
    ...change,
  }
}

/** "a+b c+d": who is with whom, in order. */
export function together({ pairs }: Pick<RoundPlan, 'pairs'>): string {
  return pairs
    .map(({ members }) =>
      members
        .map(({ id }) => id)
        .toSorted()
        .join('+'),
    )
    .toSorted()
    .join(' ')
}

export function reasonOf(plan: RoundPlan, id: string) {
  return plan.unpaired.find((left) => left.id === id)?.reason
}
