import { expect, test } from 'vitest'
import { isEligible } from '../../src/program/eligibility.ts'
import type { Invited } from '../../src/program/program.ts'
import { aPerson } from '../people/a-person.ts'

const ana = aPerson({ id: 'U1', team: 'Field', site: 'Detroit', level: 3 })

test.each<[string, Invited, boolean]>([
  ['no list invites everybody', {}, true],
  ['their team', { teams: ['Office', 'Field'] }, true],
  ['their team in another case', { teams: [' field '] }, true],
  ['another team', { teams: ['Office'] }, false],
  ['their site', { sites: ['Detroit'] }, true],
  ['another site', { sites: ['Ann Arbor'] }, false],
  ['levels around theirs', { levels: { from: 3, to: 3 } }, true],
  ['levels above theirs', { levels: { from: 4, to: 99 } }, false],
  ['levels below theirs', { levels: { from: 1, to: 2 } }, false],
  ['their name', { people: ['U1'] }, true],
  ['other names', { people: ['U2'] }, false],
  ['every list has to name them', { teams: ['Field'], people: ['U2'] }, false],
])('%s', (_, invited, expected) => {
  expect(isEligible({ invited }, ana)).toBe(expected)
})

test('what is unknown is not named', () => {
  const unknown = aPerson({ id: 'U1' })
  expect(isEligible({ invited: { levels: { from: 1, to: 99 } } }, unknown)).toBe(false)
  expect(isEligible({ invited: { teams: [''] } }, unknown)).toBe(false)
  expect(isEligible({ invited: {} }, unknown)).toBe(true)
})

test.each([{ isBot: true }, { isGuest: true }, { leftAt: new Date(0) }])('%j is never eligible', (over) => {
  expect(isEligible({ invited: {} }, aPerson({ id: 'U1', ...over }))).toBe(false)
})
