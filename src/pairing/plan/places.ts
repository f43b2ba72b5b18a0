import type { Roster } from './roster.ts'

/**
 * The places that can be filled, as nodes: a guide with room for three learners stands there three times. A learner
 * takes one new partner a round, so has one node; whoever is both may learn at the first of their nodes only. Two people
 * can therefore never be paired twice, and nobody gets more partners than free places.
 */
export interface Places {
  readonly count: number
  /** nodes of person p: firstOf[p] to firstOf[p + 1] - 1 */
  readonly firstOf: Int32Array
  readonly personAt: Int32Array
}

export function countPlaces(r: Roster): Places {
  const guides = new Set(r.guides)
  const learners = new Set(r.learners)
  const firstOf = new Int32Array(r.people.length + 1)
  for (const [p, { capacity }] of r.people.entries()) {
    const asGuide = guides.has(p) ? Math.min(capacity, Math.max(1, learners.size)) : 0
    const own = r.kind.takesTurns ? Math.min(1, asGuide) : Math.max(asGuide, learners.has(p) ? 1 : 0)
    firstOf[p + 1] = firstOf[p]! + own
  }
  const count = firstOf[r.people.length]!
  const personAt = new Int32Array(count)
  for (let p = 0; p < r.people.length; p++) personAt.fill(p, firstOf[p]!, firstOf[p + 1]!)
  return { count, firstOf, personAt }
}
