import { expect, test } from 'vitest'
import type { Candidate, RoundInput } from '../../src/pairing/model.ts'
import type { RoundPair } from '../../src/pairing/round.ts'
import { stillFits } from '../../src/pairing/still-fits.ts'
import { aCandidate, aRound } from './support/rounds.ts'

const aPair = (id: number, members: RoundPair['members']): RoundPair => ({
  id,
  members,
  isLocked: false,
  score: 500,
  reasons: [{ skills: [], sharedHours: null, levelGap: null, otherTeam: false, otherSite: false, languages: [] }],
})
const MEI = { id: 'mei', role: 'guide' } as const
const LUIS = { id: 'luis', role: 'learner' } as const
const ANA = { id: 'ana', role: 'learner' } as const
const HOURS = { from: 540, to: 1020 }
const known = { team: 'A', tz: 'Europe/Berlin', hours: HOURS, languages: ['en'], attribute: 'a' }
const mei = (over: Partial<Candidate> = {}) => aCandidate('mei', { ...known, role: 'guide', level: 2, ...over })
const luis = (over: Partial<Candidate> = {}) =>
  aCandidate('luis', { ...known, role: 'learner', level: 6, team: 'B', attribute: 'b', ...over })
const ana = (over: Partial<Candidate> = {}) => luis({ id: 'ana', ...over })

const check = (people: Candidate[], over: Partial<RoundInput> = {}, pairs = [aPair(1, [MEI, LUIS])]) => {
  const round = aRound('reverse', people, over)
  const checked = stillFits(pairs, { ...round, rules: { ...round.rules, attributeRule: 'differs', ...over.rules } })
  return { kept: checked.kept.map((pair) => pair.id), left: checked.unpaired.map((u) => u.id) }
}

test('a pair of which nothing has changed is kept', () => {
  expect(check([mei(), luis()])).toEqual({ kept: [1], left: [] })
})

test.each<[string, Candidate[], Partial<RoundInput>, string[]]>([
  ['somebody has left or paused', [mei()], {}, ['mei']],
  ['levels are too near now', [mei({ level: 5 }), luis()], {}, ['mei', 'luis']],
  ['a level is not known any more', [mei(), luis({ level: null })], {}, ['mei', 'luis']],
  ['they are in one team now', [mei(), luis({ team: 'A' })], {}, ['mei', 'luis']],
  ['they share no language now', [mei(), luis({ languages: ['de'] })], {}, ['mei', 'luis']],
  ['they share too few hours now', [mei(), luis({ hours: { from: 960, to: 1380 } })], {}, ['mei', 'luis']],
  ['an answer is the same now', [mei(), luis({ attribute: 'a' })], {}, ['mei', 'luis']],
  ['an answer was withdrawn', [mei({ attribute: null }), luis()], {}, ['mei', 'luis']],
  ['one reports to the other now', [mei({ managerId: 'luis' }), luis()], {}, ['mei', 'luis']],
  [
    'one is the manager of the manager now',
    [mei({ managerId: 'boss' }), luis()],
    { managers: new Map([['boss', 'luis']]) },
    ['mei', 'luis'],
  ],
  ['one is on the private list of the other', [mei(), luis()], { never: [['luis', 'mei']] }, ['mei', 'luis']],
  ['the two are a standing pair already', [mei(), luis()], { taken: [['mei', 'luis']] }, ['mei', 'luis']],
  ['the guide comes to learn only now', [mei({ role: 'learner' }), luis()], {}, ['mei', 'luis']],
  ['the learner comes to guide only now', [mei(), luis({ role: 'guide' })], {}, ['mei', 'luis']],
  ['no place is left', [mei({ capacity: 0 }), luis()], {}, ['mei', 'luis']],
])('a pair is taken out where %s', (_, people, over, left) => {
  expect(check(people, over)).toEqual({ kept: [], left })
})

test('who is missed is no secret, and all else is one reason', () => {
  const reasons = (people: Candidate[], never: RoundInput['never'] = []) =>
    stillFits([aPair(1, [MEI, LUIS])], aRound('reverse', people, { never })).unpaired.map((u) => u.reason.code)
  expect(reasons([mei()])).toEqual(['not_placed'])
  expect(reasons([mei(), luis({ team: 'A' })])).toEqual(['no_partner_fits', 'no_partner_fits'])
  expect(reasons([mei(), luis()], [['luis', 'mei']])).toEqual(['no_partner_fits', 'no_partner_fits'])
})

test('a manager three levels up keeps nobody apart', () => {
  const managers = new Map([
    ['boss', 'head'],
    ['head', 'luis'],
  ])
  expect(check([mei({ managerId: 'boss' }), luis()], { managers })).toEqual({ kept: [1], left: [] })
})

test('places go to the pairs in their order: what is over one is taken out', () => {
  const pairs = [aPair(1, [MEI, LUIS]), aPair(2, [MEI, ANA])]
  expect(check([mei({ capacity: 1 }), luis(), ana()], {}, pairs)).toEqual({ kept: [1], left: ['ana'] })
  expect(check([mei({ capacity: 2 }), luis(), ana()], {}, pairs)).toEqual({ kept: [1, 2], left: [] })
})

test('a learner has one new partner, however many places', () => {
  const pairs = [aPair(1, [MEI, LUIS]), aPair(2, [{ id: 'tom', role: 'guide' }, LUIS])]
  expect(
    check([mei(), aCandidate('tom', { ...known, role: 'guide', level: 2 }), luis({ capacity: 3 })], {}, pairs),
  ).toEqual({
    kept: [1],
    left: ['tom'],
  })
})

test('a trio comes apart where any two of it do not fit any more', () => {
  const three = ['a', 'b', 'c'].map((id) => ({ id, role: 'both' as const }))
  const people = (team: string) => [
    aCandidate('a', { team: 'A' }),
    aCandidate('b', { team: 'B' }),
    aCandidate('c', { team }),
  ]
  const ofKind = (team: string) => stillFits([aPair(1, three)], aRound('reciprocal', people(team)))
  expect(ofKind('C').kept).toHaveLength(1)
  expect(ofKind('B').unpaired.map((u) => u.id)).toEqual(['a', 'b', 'c'])
})
