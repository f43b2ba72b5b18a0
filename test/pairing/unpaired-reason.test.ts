import { expect, test } from 'vitest'
import { inventedRound } from '../../bench/population.ts'
import type { Candidate, RoundInput } from '../../src/pairing/model.ts'
import { planRound } from '../../src/pairing/plan/plan-round.ts'
import type { KindId } from '../../src/program/kinds.ts'
import { aCandidate, aRound, reasonOf } from './support/rounds.ts'

const guide = (change: Partial<Candidate> = {}) => aCandidate('guide', { role: 'guide', level: 6, ...change })
const learner = (change: Partial<Candidate> = {}) => aCandidate('learner', { role: 'learner', level: 2, ...change })
const nine = { from: 540, to: 1020 }

test.each<[string, Partial<Candidate>, Partial<Candidate>, object]>([
  ['no free place', {}, { capacity: 0 }, { code: 'no_free_place' }],
  ['the same team', { team: 't' }, { team: 't' }, { code: 'same_team' }],
  ['no common language', { languages: ['en'] }, { languages: ['de'] }, { code: 'no_common_language' }],
  [
    'hours far apart',
    { tz: 'Asia/Tokyo', hours: nine },
    { tz: 'America/New_York', hours: nine },
    { code: 'too_few_shared_hours' },
  ],
  ['one manages the other', {}, { managerId: 'guide' }, { code: 'manager_line' }],
  ['no level of their own', {}, { level: null }, { code: 'level_unknown', own: true }],
  ['no level of the others', { level: null }, {}, { code: 'level_unknown', own: false }],
  ['levels the wrong way round', {}, { level: 7 }, { code: 'level_gap' }],
])('%s is told as what it is', (_, ofGuide, ofLearner, reason) => {
  const plan = planRound(aRound('traditional', [guide(ofGuide), learner(ofLearner)]))
  expect(reasonOf(plan, 'learner')).toEqual(reason)
})

test.each<[string, Partial<RoundInput>]>([
  ['a private list', { never: [['learner', 'guide']] }],
  ['a pair that stands', { taken: [['guide', 'learner']] }],
  ['an attribute', { rules: { ...aRound('traditional', []).rules, attributeRule: 'guide-declares' } }],
])('%s is never told', (_, change) => {
  const plan = planRound(aRound('traditional', [guide(), learner()], change))
  expect(plan.unpaired.map(({ reason }) => reason)).toEqual([{ code: 'no_partner_fits' }, { code: 'no_partner_fits' }])
})

test.each<[string, KindId, Record<string, Partial<Candidate>>]>([
  ['levels', 'reverse', { abe: { level: 1 }, bea: { level: 5 }, cy: { level: 5 } }],
  [
    'languages',
    'reciprocal',
    { abe: { languages: ['en', 'de'] }, bea: { languages: ['en'] }, cy: { languages: ['de'] } },
  ],
])('of %s nothing is said that others can see is untrue: a private list would show', (_, kind, who) => {
  const people = Object.entries(who).map(([id, change]) => aCandidate(id, change))
  const never = [
    ['abe', 'bea'],
    ['abe', 'cy'],
  ] as const
  const plan = planRound(aRound(kind, people, { never }))
  expect(plan.unpaired.map(({ reason }) => reason)).toEqual(people.map(() => ({ code: 'no_partner_fits' })))
})

test('who has somebody fitting, who is taken, does not read that everybody fitting is in their team', () => {
  const people = [
    guide({ team: 't' }),
    aCandidate('other', { role: 'guide', level: 6, team: 'u' }),
    learner({ team: 't' }),
    aCandidate('second', { role: 'learner', level: 2, team: 't' }),
  ]
  const plan = planRound(aRound('traditional', people))
  const left = plan.unpaired.filter(({ id }) => id === 'learner' || id === 'second')
  expect(left.map(({ reason }) => reason)).toEqual([{ code: 'fitting_taken' }])
})

test('a rule that would not be enough to lift is not named', () => {
  const plan = planRound(
    aRound('traditional', [guide({ team: 't', languages: ['en'] }), learner({ team: 't', languages: ['de'] })]),
  )
  expect(reasonOf(plan, 'learner')).toEqual({ code: 'no_partner_fits' })
})

test('somebody alone is told so', () => {
  expect(reasonOf(planRound(aRound('reciprocal', [aCandidate('a')])), 'a')).toEqual({ code: 'alone' })
})

test('too many guides are told as that, and a longer wait is not called a lot', () => {
  const people = [guide({ waiting: 2 }), aCandidate('other', { role: 'guide', level: 6 }), learner()]
  expect(reasonOf(planRound(aRound('traditional', people)), 'other')).toEqual({
    code: 'guides_short',
    guides: 2,
    learners: 1,
    lot: false,
  })
})

const LIFTED = {
  same_team: { otherTeam: false },
  no_common_language: { sharedLanguage: false },
  too_few_shared_hours: { sharedHours: false },
} as const

test('every rule named in an invented company is true: lifting it places more people', () => {
  let named = 0
  for (const kind of ['traditional', 'reciprocal', 'cross-group', 'reverse'] as const) {
    for (let seed = 0; seed < 25; seed++) {
      const input = narrow(inventedRound(kind, 14, seed))
      const plan = planRound(input)
      for (const { reason } of plan.unpaired) {
        if (!(reason.code in LIFTED)) continue
        named++
        const rules = { ...input.rules, ...LIFTED[reason.code as keyof typeof LIFTED] } // `in` has just said so
        expect(planRound({ ...input, rules }).figures.paired).toBeGreaterThan(plan.figures.paired)
      }
    }
  }
  expect(named).toBeGreaterThan(10)
})

/** Two teams only and fewer languages, so that rules bite. */
function narrow(input: RoundInput): RoundInput {
  const people = input.people.map((person, i) => ({
    ...person,
    team: i % 3 === 0 ? 'small' : 'large',
    languages: person.languages.slice(0, 1),
  }))
  return { ...input, people, rules: { ...input.rules, odd: 'turn' } }
}
