import { expect, test } from 'vitest'
import { inventedRound } from '../../bench/population.ts'
import { isAdmissible } from '../../src/pairing/plan/pair-rules.ts'
import { scoreOf } from '../../src/pairing/plan/pair-score.ts'
import { buildRoster } from '../../src/pairing/plan/roster.ts'
import { RowScan } from '../../src/pairing/plan/row-scan.ts'
import { Sharers } from '../../src/pairing/plan/sharers.ts'
import { type KindId, KINDS } from '../../src/program/kinds.ts'

const KIND_IDS = Object.keys(KINDS) as KindId[] // the keys of Record<KindId, Kind>
const MANY_SKILLS = Array.from({ length: 40 }, (_, i) => `skill ${i}`)

test.each(KIND_IDS)('people who list forty skills are scored in a %s row as by the score itself', (kind) => {
  const input = inventedRound(kind, 80, 3)
  const people = input.people.map((person, i) =>
    i % 3 === 0 ? person : { ...person, offers: MANY_SKILLS, wants: MANY_SKILLS },
  )
  const r = buildRoster({ ...input, people })
  const scan = new RowScan(r)
  for (const guide of r.guides) {
    scan.begin(guide, 'guide')
    const expected = Array.from(r.learners, (other) => (isAdmissible(r, guide, other) ? scoreOf(r, guide, other) : -1))
    expect(Array.from(r.learners, (other) => scan.score(other))).toEqual(expected)
  }
})

test.each(KIND_IDS)(
  'whoever shares skills in a %s row is found by how many, the weaker way where both count',
  (kind) => {
    for (const offered of [3, 90]) {
      const input = inventedRound(kind, 200, 5)
      // many people with skills of their own beside the common ones: short lists and long ones
      const people = input.people.map((p, i) => ({
        ...p,
        offers: [...p.offers, `own ${i % offered}`],
        wants: [...p.wants, `own ${(i + 1) % offered}`],
      }))
      const r = buildRoster({ ...input, people })
      const sharers = new Sharers(r)
      const shared = (a: Int32Array, b: Int32Array) => Math.min(3, a.filter((skill) => b.includes(skill)).length)
      const count = (guide: number, learner: number) => {
        const there = shared(r.offers[guide]!, r.wants[learner]!)
        return kind === 'traditional' || kind === 'reverse'
          ? there
          : Math.min(there, shared(r.offers[learner]!, r.wants[guide]!))
      }
      for (const guide of r.guides) {
        sharers.begin(guide, 'guide')
        for (const skills of [3, 2, 1])
          expect([...sharers.sharing(skills)]).toEqual(
            [...r.learners].filter((other) => count(guide, other) === skills),
          )
        expect([...r.learners].filter((other) => sharers.shares(other))).toEqual(
          [...r.learners].filter((other) => count(guide, other) > 0),
        )
      }
      for (const learner of r.learners) {
        sharers.begin(learner, 'learner')
        for (const skills of [3, 2, 1])
          expect([...sharers.sharing(skills)]).toEqual(
            [...r.guides].filter((other) => count(other, learner) === skills),
          )
      }
    }
  },
)
