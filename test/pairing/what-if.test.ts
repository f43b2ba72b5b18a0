import { expect, test } from 'vitest'
import { inventedRound } from '../../bench/population.ts'
import { leastChange } from '../../src/pairing/plan/least-change.ts'
import { planRound } from '../../src/pairing/plan/plan-round.ts'
import { priceOfForcing } from '../../src/pairing/plan/price-of-forcing.ts'
import { aCandidate, aRound } from './support/rounds.ts'

test('two more guides with the skill asked for would place five of six', () => {
  const wish = { role: 'learner', level: 2, wants: ['data'], site: 'Europe' } as const
  const learners = 'abcdef'.split('').map((id, i) => aCandidate(id, i < 5 ? wish : { ...wish, level: null }))
  const input = aRound('traditional', [...learners, aCandidate('g', { role: 'guide', level: 1 })])
  expect(leastChange(input, planRound(input))).toEqual({
    change: 'more_guides',
    count: 2,
    skill: 'data',
    site: 'Europe',
    of: 6,
    wouldPlace: 5,
  })
})

test('a rule that keeps everybody apart is the least change', () => {
  const input = aRound(
    'reciprocal',
    ['a', 'b', 'c', 'd'].map((id) => aCandidate(id, { team: 'one' })),
  )
  expect(leastChange(input, planRound(input))).toEqual({ change: 'lift_team', of: 4, wouldPlace: 4 })
})

test('nothing is proposed about private lists or attributes, nor when nobody is left over', () => {
  const two = [aCandidate('a', { level: 3 }), aCandidate('b', { level: 3 })]
  const banned = aRound('reciprocal', two, { never: [['a', 'b']] })
  // one more person would place one of the two, and says nothing of why
  expect(leastChange(banned, planRound(banned))).toMatchObject({ change: 'more_people', count: 2, wouldPlace: 2 })
  const undeclared = aRound('cross-group', two)
  expect(leastChange(undeclared, planRound(undeclared))).toBeNull()
  const full = aRound('reciprocal', two)
  expect(leastChange(full, planRound(full))).toBeNull()
})

test('forcing a pair of the plan costs nothing, and any other costs what solving again says', () => {
  for (const kind of ['traditional', 'reverse'] as const) {
    const input = inventedRound(kind, 60, 3)
    const plan = planRound(input)
    for (const {
      members: [one, other],
    } of plan.pairs.slice(0, 8)) {
      expect(priceOfForcing(input, plan, one!.id, other!.id)).toEqual({ people: 0, repeats: 0, total: 0 })
    }
  }
  const skilled = { offers: ['x'], wants: ['x'] }
  const people = [aCandidate('a', skilled), aCandidate('b', skilled), aCandidate('c'), aCandidate('d')]
  const input = aRound('reciprocal', people)
  expect(priceOfForcing(input, planRound(input), 'a', 'c')).toEqual({ people: 0, repeats: 0, total: 300 })
})

test('a pair that any hard rule keeps apart has no price', () => {
  const people = [aCandidate('a', { team: 't' }), aCandidate('b', { team: 't' }), aCandidate('c')]
  const input = aRound('reciprocal', people, { never: [['a', 'c']] })
  const plan = planRound(input)
  expect([
    priceOfForcing(input, plan, 'a', 'b'),
    priceOfForcing(input, plan, 'a', 'c'),
    priceOfForcing(input, plan, 'a', 'nobody'),
  ]).toEqual([null, null, null])
})
