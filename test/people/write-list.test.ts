import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from '../../src/people/csv/decode.ts'
import { difference } from '../../src/people/csv/difference.ts'
import { disarm, rearm } from '../../src/people/csv/formula.ts'
import { readEntries } from '../../src/people/csv/read-entries.ts'
import { readTable } from '../../src/people/csv/table.ts'
import { type Listed, writeList } from '../../src/people/csv/write-list.ts'
import { factsOf } from '../../src/people/fact-store.ts'
import { BUILT_IN, skillIndex } from '../../src/people/skills.ts'
import { clean } from '../../src/slack/form.ts'
import { aPerson, byId } from './a-person.ts'

const DANGEROUS = ['=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20']

test.each(DANGEROUS)('a cell that begins with %s runs in no spreadsheet, and comes back as it was', (sign) => {
  const [, line] = writeList([{ ...aPerson({ id: 'U1', team: `${sign}1+1` }), startOn: null }])
    .toString()
    .split('\r\n')
  expect(line).toContain(`,'${sign}1+1,`)
  expect(rearm(disarm(`${sign}1+1`))).toBe(`${sign}1+1`)
})

test('what an earlier export escaped is escaped again, so nothing is lost', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^['=+\-@ab]{0,6}$/u), (cell) => rearm(disarm(cell)) === cell),
    { numRuns: 500 },
  )
})

const word = fc
  .string({
    minLength: 1,
    maxLength: 20,
    unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\n', '\t', 'A', 'é', ' ', '<', '&'),
  })
  .map((text) => clean(text.replaceAll(/\s+/gu, ' ')))
  .filter((text) => text !== '')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const someone = (id: string): fc.Arbitrary<Listed> =>
  fc
    .record({
      level: maybe(fc.integer({ min: 1, max: 99 })),
      team: maybe(word),
      site: maybe(word),
      startOn: maybe(fc.constantFrom('2020-02-29', '2026-01-05')),
      hours: maybe(fc.constantFrom({ from: 0, to: 1440 }, { from: 545, to: 1020 })),
      languages: fc.constantFrom<readonly string[]>([], ['en'], ['en', 'de']),
      offers: fc.constantFrom<readonly string[]>([], ['excel'], ['hiring', 'excel']),
      role: maybe(fc.constantFrom('guide' as const, 'both' as const)),
      capacity: maybe(fc.integer({ min: 1, max: 10 })),
      managerId: fc.constantFrom(null, 'U9'),
    })
    .map((facts) => ({ ...aPerson({ id, name: `=Name ${id}` }), ...facts }))

test('importing one’s own export changes nothing', () => {
  fc.assert(
    fc.property(fc.tuple(someone('U1'), someone('U2'), someone('U3')), (people) => {
      const everyone = [...people, { ...aPerson({ id: 'U9' }), startOn: null }]
      const decoded = decode(writeList(everyone))
      const parsed = 'text' in decoded ? readTable(decoded.text) : { faults: [decoded.fault] }
      if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
      const known = {
        people: byId(everyone),
        emails: null,
        skills: skillIndex(BUILT_IN),
        mapping: {},
        levelOrder: null,
      }
      const reading = readEntries(parsed.table, known)
      if (reading.is !== 'read') throw new Error(JSON.stringify(reading))
      const facts = new Map(everyone.map((person) => [person.id, factsOf(person)]))
      expect(difference(reading.entries, facts, (id) => id)).toMatchObject({
        added: [],
        changed: [],
        updates: [],
        unchanged: 4,
      })
    }),
    { numRuns: 100 },
  )
})
