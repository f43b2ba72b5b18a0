import { expect, test } from 'vitest'
import { seeded } from '../../bench/random.ts'
import type { Candidate } from '../../src/pairing/model.ts'
import { planRound } from '../../src/pairing/plan/plan-round.ts'
import { aCandidate, aRound } from './support/rounds.ts'
import { violations } from './support/violations.ts'

interface Cover {
  readonly placed: number
  readonly groups: number
  readonly points: number
}

/**
 * Every way to divide people into pairs and trios, by sets as bits: the lowest of a set is placed first, or stays alone.
 * One number holds the three goals: people placed, groups, points.
 */
function bestByHand(people: readonly Candidate[], points: (a: Candidate, b: Candidate) => number): Cover {
  const n = people.length
  const worth = people.map((a) => people.map((b) => points(a, b)))
  const perGroup = 1e5
  const perPerson = 1e7
  const best = new Float64Array(2 ** n).fill(-1)
  best[0] = 0
  const solve = (left: number): number => {
    if (best[left]! >= 0) return best[left]!
    const i = 31 - Math.clz32(left & -left)
    const others = left & (left - 1)
    let found = solve(others)
    for (let j = i + 1; j < n; j++) {
      if (!(others & (1 << j)) || worth[i]![j]! < 0) continue
      const rest = others & ~(1 << j)
      found = Math.max(found, solve(rest) + 2 * perPerson + perGroup + worth[i]![j]!)
      for (let k = j + 1; k < n; k++) {
        if (!(rest & (1 << k)) || worth[i]![k]! < 0 || worth[j]![k]! < 0) continue
        const own = worth[i]![j]! + worth[i]![k]! + worth[j]![k]!
        found = Math.max(found, solve(rest & ~(1 << k)) + 3 * perPerson + perGroup + own)
      }
    }
    best[left] = found
    return found
  }
  const total = solve(2 ** n - 1)
  return {
    placed: Math.floor(total / perPerson),
    groups: Math.floor((total % perPerson) / perGroup),
    points: total % perGroup,
  }
}

/** Only skills and bans: a score that can be told by hand. */
function company(n: number, random: () => number) {
  const skills = () => [...new Set([1, 2, 3].map(() => `s${Math.floor(random() * 4)}`))]
  const people = Array.from({ length: n }, (_, i) =>
    aCandidate(`p${String(i).padStart(2, '0')}`, { offers: skills(), wants: skills() }),
  )
  const never: [string, string][] = []
  const share = random() * 0.8
  for (const [i, a] of people.entries())
    for (const b of people.slice(i + 1)) if (random() < share) never.push([a.id, b.id])
  const apart = new Set(never.map(([a, b]) => `${a}-${b}`))
  const both = (a: Candidate, b: Candidate) => a.offers.filter((skill) => b.wants.includes(skill)).length
  const points = (a: Candidate, b: Candidate) =>
    apart.has(`${a.id}-${b.id}`) || apart.has(`${b.id}-${a.id}`)
      ? -1
      : [0, 300, 480, 600][Math.min(both(a, b), both(b, a))]!
  return { people, never, points }
}

test('with trios everybody who can be placed is, and the cover equals the best of all covers', () => {
  const random = seeded(41)
  for (let trial = 0; trial < 60; trial++) {
    const { people, never, points } = company(3 + Math.floor(random() * 9), random)
    compare(people, never, points)
  }
})

test.each([13, 15, 17, 21])('with %i people too', (n) => {
  const { people, never, points } = company(n, seeded(n))
  compare(people, never, points)
})

function compare(
  people: readonly Candidate[],
  never: [string, string][],
  points: (a: Candidate, b: Candidate) => number,
) {
  const input = aRound('reciprocal', people, { never })
  const plan = planRound(input)
  expect(violations(input, plan)).toEqual([])
  const best = bestByHand(people, points)
  expect({ placed: plan.figures.paired, groups: plan.pairs.length }).toEqual({
    placed: best.placed,
    groups: best.groups,
  })
  if (!plan.pairs.some(({ members }) => members.length === 3)) return
  const byId = new Map(people.map((person) => [person.id, person]))
  const total = plan.pairs.flatMap(({ members }) =>
    members.flatMap((a, i) => members.slice(i + 1).map((b) => [a, b] as const)),
  )
  expect(total.reduce((sum, [a, b]) => sum + points(byId.get(a.id)!, byId.get(b.id)!), 0)).toBe(best.points)
}

test('a trio is a turn where the program says so, and never in kinds with a guide', () => {
  const people = ['a', 'b', 'c'].map((id, i) => aCandidate(id, { level: 1 + 3 * i }))
  const turn = aRound('reciprocal', people)
  expect(planRound({ ...turn, rules: { ...turn.rules, odd: 'turn' } }).pairs[0]!.members).toHaveLength(2)
  const reverse = aRound('reverse', people)
  expect(planRound({ ...reverse, rules: { ...reverse.rules, odd: 'trio' } }).pairs[0]!.members).toHaveLength(2)
})

test('an odd large company leaves nobody over', () => {
  const { people, never } = company(61, () => 0.1)
  const plan = planRound(aRound('reciprocal', people, { never: never.slice(0, 50) }))
  expect(plan.unpaired).toEqual([])
  expect(plan.pairs.filter(({ members }) => members.length === 3)).toHaveLength(1)
})
