import { expect, test } from 'vitest'
import { inventedRound } from '../../bench/population.ts'
import { seeded } from '../../bench/random.ts'
import type { Candidate, PastPair, RoundPlan } from '../../src/pairing/model.ts'
import { exportProof } from '../../src/pairing/plan/export-proof.ts'
import { planRound } from '../../src/pairing/plan/plan-round.ts'
import { whatIsWrong } from '../../bench/checker.ts'
import { aCandidate, aRound, together } from './support/rounds.ts'

const monthOf = (round: number) => `${2026 + Math.floor(round / 12)}-${String((round % 12) + 1).padStart(2, '0')}-01`

/** Rounds one month apart in which everybody is paired anew, whoever was left over having waited one more. */
function runRounds(people: readonly Candidate[], rounds: number, seed: number, odd: 'trio' | 'turn' = 'turn') {
  const past: PastPair[] = []
  const plans: RoundPlan[] = []
  let waiting = people
  for (let round = 0; round < rounds; round++) {
    const base = aRound('reciprocal', waiting, { past: [...past], seed: seed + round, on: monthOf(round) })
    const plan = planRound({ ...base, rules: { ...base.rules, odd } })
    plans.push(plan)
    for (const { members } of plan.pairs) {
      for (const [i, a] of members.entries())
        for (const b of members.slice(i + 1)) past.push({ a: a.id, b: b.id, on: monthOf(round) })
    }
    const left = new Set(plan.unpaired.map(({ id }) => id))
    waiting = waiting.map((person) => ({ ...person, waiting: left.has(person.id) ? person.waiting + 1 : 0 }))
  }
  return plans
}

const namesOf = (plan: RoundPlan) => together(plan).split(' ')
const anyone = (n: number, random: () => number) =>
  Array.from({ length: n }, (_, i) =>
    aCandidate(`p${i}`, { offers: [`s${Math.floor(random() * 5)}`], wants: [`s${Math.floor(random() * 5)}`] }),
  )

test.each([
  ['10 people over 9 rounds', 10, 9, 0.4],
  ['20 people over 19 rounds', 20, 19, 1.0],
])('%s repeat rarely, and never twice running', (_, n, rounds, most) => {
  const trials = 25
  let repeats = 0
  for (let trial = 0; trial < trials; trial++) {
    const plans = runRounds(anyone(n, seeded(trial)), rounds, trial * 1000)
    for (const [i, plan] of plans.entries()) {
      expect(plan.unpaired).toEqual([])
      expect(plan.figures.repeats).toBe(plan.figures.leastRepeats)
      repeats += plan.figures.repeats
      if (i > 0) expect(namesOf(plan).filter((pair) => namesOf(plans[i - 1]!).includes(pair))).toEqual([])
    }
  }
  expect(repeats / trials).toBeLessThanOrEqual(most)
})

test('with an odd number nobody waits longer than one round over 12 rounds, and with trios nobody waits', () => {
  for (const n of [5, 11, 31]) {
    const people = anyone(n, seeded(n))
    for (const plan of runRounds(people, 12, n)) {
      expect(plan.unpaired).toHaveLength(1)
      expect(plan.figures.longestWait).toBe(0)
      expect(plan.unpaired[0]!.reason).toEqual({ code: 'odd_one_out' })
    }
    for (const plan of runRounds(people, 12, n, 'trio')) expect(plan.unpaired).toEqual([])
  }
})

test('a past pair comes back only when there is no other full round, the oldest first', () => {
  const people = ['a', 'b', 'c', 'd'].map((id) => aCandidate(id))
  const met = (a: string, b: string, on: string) => ({ a, b, on })
  const first = [met('a', 'b', '2026-01-01'), met('c', 'd', '2026-01-01')]
  expect(together(planRound(aRound('reciprocal', people, { past: first })))).not.toBe('a+b c+d')
  const second = [...first, met('a', 'c', '2026-03-01'), met('b', 'd', '2026-03-01')]
  expect(together(planRound(aRound('reciprocal', people, { past: second })))).toBe('a+d b+c')
  const third = [...second, met('a', 'd', '2026-05-01'), met('b', 'c', '2026-05-01')]
  expect(together(planRound(aRound('reciprocal', people, { past: third })))).toBe('a+b c+d')
})

test('a past pair in which nobody pressed that they met counts as never paired', () => {
  const people = [
    aCandidate('a', { offers: ['x'], wants: ['x'] }),
    aCandidate('b', { offers: ['x'], wants: ['x'] }),
    aCandidate('c'),
    aCandidate('d'),
  ]
  const past = (met: boolean) => [{ a: 'b', b: 'a', on: '2026-01-01', met }]
  expect(together(planRound(aRound('reciprocal', people, { past: past(true) })))).not.toContain('a+b')
  expect(together(planRound(aRound('reciprocal', people, { past: past(false) })))).toContain('a+b')
})

test('a company all of whose pairs are past still gets a full round', () => {
  const { people } = inventedRound('reciprocal', 30, 3)
  const past = people.flatMap(({ id: a }, i) => people.slice(i + 1).map(({ id: b }) => ({ a, b, on: '2026-06-01' })))
  const all = aRound('reciprocal', people)
  const fresh = planRound({ ...all, past: [] })
  expect(planRound({ ...all, past }).figures.paired).toBe(fresh.figures.paired)
})

test.each(['traditional', 'reciprocal'] as const)(
  'a %s company of 500 gets its fourth round, proved like its first',
  (kind) => {
    const past: PastPair[] = []
    for (let round = 0; round < 4; round++) {
      const on = monthOf(round)
      const plan = planRound(inventedRound(kind, 500, 1, { past: [...past], seed: round, on }))
      expect(plan.figures.paired).toBe(plan.figures.mostPossible)
      expect(exportProof(plan).map(whatIsWrong)).toEqual(plan.steps.map(() => null))
      for (const { members } of plan.pairs) past.push({ a: members[0]!.id, b: members[1]!.id, on })
    }
  },
)
