import { expect, test } from 'vitest'
import { inventedRound } from '../../bench/population.ts'
import { isAdmissible } from '../../src/pairing/plan/pair-rules.ts'
import { scoreOf } from '../../src/pairing/plan/pair-score.ts'
import { buildRoster } from '../../src/pairing/plan/roster.ts'
import { RowScan } from '../../src/pairing/plan/row-scan.ts'
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
    expect(Array.from(r.learners, (other) => scan.score(other, -1))).toEqual(expected)
    scan.beginAlone(guide)
    expect(Array.from(r.learners, (other) => scan.scoreAlone(other))).toEqual(expected)
  }
})

test.each(KIND_IDS)('a %s row lists those of the other side whose skills earn points, each once', (kind) => {
  const r = buildRoster(inventedRound(kind, 150, 5))
  const scan = new RowScan(r)
  const withoutSkills = buildRoster({
    ...inventedRound(kind, 150, 5),
    people: r.people.map((p) => ({ ...p, offers: [] })),
  })
  for (const guide of r.guides) {
    scan.begin(guide, 'guide')
    const listed = [...scan.sharers.subarray(0, scan.sharing)].sort((a, b) => a - b)
    const earns = (other: number) => scoreOf(r, guide, other) > scoreOf(withoutSkills, guide, other)
    expect(listed).toEqual([...r.learners].filter(earns))
  }
})
