import type { CandidateFacts } from '../enrollment/candidate-store.ts'
import { KINDS, type KindId } from '../program/kinds.ts'

/** What a program has to pair people with, and what it lacks. Nothing of private lists or attributes. */
export interface Coverage {
  /** in it, and not resting */
  readonly joined: number
  /** of them; somebody who came as both counts twice, and in kinds that take turns everybody does */
  readonly canGuide: number
  readonly canLearn: number
  /** of those who can learn */
  readonly learnersWithout: number
  /** partners that those who can guide could still have; null in kinds that take turns */
  readonly freePlaces: number | null
  /** whether anybody wishes for anything */
  readonly hasWishes: boolean
  /** skills for which somebody wishes and that nobody else who can guide offers; most wished first */
  readonly unoffered: readonly { readonly skill: string; readonly people: number }[]
  readonly noLevel: number
  readonly noManager: number
}

/** @param partners how many each person has now; who is left out has none */
export function coverageOf(
  kind: KindId,
  people: readonly CandidateFacts[],
  partners: ReadonlyMap<string, number>,
): Coverage {
  const { takesTurns } = KINDS[kind]
  const guides = people.filter((person) => takesTurns || person.role !== 'learner')
  const learners = people.filter((person) => takesTurns || person.role !== 'guide')
  const has = (id: string) => partners.get(id) ?? 0
  const places = guides.map((person) => Math.max(0, person.capacity - has(person.id)))
  return {
    joined: people.length,
    canGuide: guides.length,
    canLearn: learners.length,
    learnersWithout: learners.filter((person) => has(person.id) === 0).length,
    freePlaces: takesTurns ? null : places.reduce((sum, free) => sum + free, 0),
    hasWishes: learners.some((person) => person.wants.length > 0),
    unoffered: unofferedBy(guides, learners),
    noLevel: people.filter((person) => person.level === null).length,
    noManager: people.filter((person) => person.managerId === null).length,
  }
}

function unofferedBy(guides: readonly CandidateFacts[], learners: readonly CandidateFacts[]): Coverage['unoffered'] {
  const offering = new Map<string, Set<string>>()
  for (const { id, offers } of guides) {
    for (const skill of offers) offering.set(skill, (offering.get(skill) ?? new Set()).add(id))
  }
  const wished = new Map<string, number>()
  for (const { id, wants } of learners) {
    for (const skill of wants) {
      const others = offering.get(skill)
      // nobody learns from themselves
      const isOffered = others !== undefined && (others.size > 1 || !others.has(id))
      if (!isOffered) wished.set(skill, (wished.get(skill) ?? 0) + 1)
    }
  }
  return [...wished]
    .map(([skill, count]) => ({ skill, people: count }))
    .toSorted((a, b) => b.people - a.people || (a.skill < b.skill ? -1 : 1))
}
