import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { SPECS } from '../../src/rehearsal/companies/specs.ts'
import { makeCompany } from '../../src/rehearsal/make-company.ts'
import { programAnswers } from '../../src/rehearsal/program-answers.ts'
import { peopleCsv } from '../../src/rehearsal/people-csv.ts'
import type { CompanyRest } from '../../src/rehearsal/resident.ts'

const rest = (name: string, seed = 1) => makeCompany({ name, seed }).rest as CompanyRest // made by the same code

test.each(SPECS.map((s) => [s.name, s.size] as const))(
  '%s has exactly its %i people, each with an id of their own',
  (name, size) => {
    const { users } = makeCompany({ name, seed: 1 })
    expect(users).toHaveLength(size)
    expect(new Set(users.map((u) => u.id)).size).toBe(size)
  },
)

test.each(SPECS.map((s) => s.name))('%s: the owner comes last and is no lead, the first is an employee', (name) => {
  const { users } = makeCompany({ name, seed: 1 })
  expect(users.at(-1)).toMatchObject({ is_owner: true, is_lead: false })
  expect(users[0]).toMatchObject({ is_owner: false, is_lead: false })
  expect(users.filter((u) => u.is_lead)).toHaveLength(1)
  expect(users.filter((u) => u.is_owner)).toHaveLength(1)
})

test('the same name and seed make the same company; another seed makes another', () => {
  expect(makeCompany({ name: 'sachse-2016', seed: 1 })).toEqual(makeCompany({ name: 'sachse-2016', seed: 1 }))
  expect(makeCompany({ name: 'sachse-2016', seed: 2 }).users[5]).not.toEqual(
    makeCompany({ name: 'sachse-2016', seed: 1 }).users[5],
  )
})

test('500 leaders and 500 juniors of GE join, in 12 time zones', () => {
  const { residents } = rest('ge-1999')
  const joining = residents.filter((r) => r.joins)
  expect(joining.filter((r) => (r.level ?? 0) >= 5)).toHaveLength(500)
  expect(joining.filter((r) => (r.level ?? 0) <= 2)).toHaveLength(500)
  expect(new Set(residents.map((r) => r.tz)).size).toBe(12)
})

test('nobody is their own manager, and managers are further up', () => {
  const { residents } = rest('sachse-2016')
  const levels = new Map(residents.map((r) => [r.id, r.level ?? 0]))
  const wrong = residents
    .slice(4, -1)
    .filter(
      (r) =>
        r.managerId !== null && (levels.get(r.managerId) ?? 0) < (r.level ?? 0) && r.managerId !== residents.at(-1)?.id,
    )
  expect(residents.filter((r) => r.managerId === r.id)).toEqual([])
  expect(wrong.length).toBeLessThan(residents.length / 20)
})

test('a file of 1,470 people nobody here invented becomes a company', () => {
  const csv = readFileSync(path.join(import.meta.dirname, '../data/ibm-hr-attrition.csv'), 'utf8')
  const mapping = { id: 'EmployeeNumber', level: 'JobLevel', team: 'Department' }
  const company = makeCompany({ name: 'csv', seed: 7, csv, mapping, kind: 'reverse' })
  expect(company.users).toHaveLength(1_470)
  expect(company.users.find((u) => u.external_id === '1')).toMatchObject({ id: 'U1', level: 2, team: 'Sales' })
  const joining = (company.rest as CompanyRest).residents.filter((r) => r.joins).length // made by the same code
  expect(joining / 1_470).toBeGreaterThan(0.11)
  expect(joining / 1_470).toBeLessThan(0.8)
})

test.each([
  ['no file', undefined, {}, 'csv is missing'],
  ['no id', 'name\nAna\nMei', {}, 'no column "id"'],
  ['one person', 'id\n1', {}, 'at least two'],
  ['an id twice', 'id\n1\n1', {}, 'line 3'],
  ['a level that is no number', 'id,level\n1,3\n2,high', {}, 'line 3: level'],
  ['a level out of range', 'id,level\n1,3\n2,100', {}, 'line 3: level'],
  ['a manager nobody knows', 'id,manager_id\n1,9\n2,1', {}, 'line 2: manager_id'],
  ['a start that is no date', 'id,start_on\n1,yesterday\n2,', {}, 'line 2: start_on'],
  ['a zone nobody knows', 'id,tz\n1,Mars/Base\n2,', {}, 'line 2: tz'],
  ['hours that are none', 'id,hours\n1,9-5\n2,', {}, 'line 2: hours'],
  ['a column that is mapped and missing', 'id\n1\n2', { level: 'JobLevel' }, 'no column "JobLevel"'],
  ['a mapping of something else', 'id\n1\n2', { age: 'Age' }, 'mapping names "age"'],
])('a file with %s is refused with a sentence', (_what, csv, mapping, sentence) => {
  expect(() => makeCompany({ name: 'csv', seed: 1, mapping, ...(csv !== undefined && { csv }) })).toThrow(sentence)
})

test('a cross-group program asks for the groups that the file has', () => {
  const csv = 'id,level,attribute\n1,3,a\n2,3,b\n3,4,a\n4,4,b\n5,5,b'
  const company = makeCompany({ name: 'csv', seed: 1, csv, kind: 'cross-group' })
  expect((company.rest as CompanyRest).program.attribute?.options).toEqual(['a', 'b']) // made by the same code
})

test('a company of two shares its offices', () => {
  const company = makeCompany({ name: 'csv', seed: 1, csv: 'id,level\n1,3\n2,9' })
  expect(company.users.map((u) => [u.id, u.is_lead, u.is_owner])).toEqual([
    ['U1', true, false],
    ['U2', false, true],
  ])
})

test('there is no company of another name', () => {
  expect(() => makeCompany({ name: 'acme', seed: 1 })).toThrow('there is no company "acme"')
})

test('the file that the lead imports has one line a person', () => {
  expect(peopleCsv(rest('sachse-2016').residents).trim().split('\n')).toHaveLength(171)
})

test.each([
  ['caterpillar', 'differs'],
  ['lilly-2015', 'guide-declares'],
])('%s asks what its program pairs by (%s), and most who join have an answer', (name, rule) => {
  const { program, residents } = rest(name)
  expect(programAnswers(rest(name))).toMatchObject({ attribute: program.attribute?.label, attribute_rule: rule })
  const joining = residents.filter((r) => r.joins)
  const declared = joining.filter((r) => r.attribute !== null)
  expect(declared.every((r) => program.attribute?.options.includes(r.attribute ?? ''))).toBe(true)
  expect(declared.length).toBeLessThan(joining.length)
  const juniors = joining.filter((r) => (r.level ?? 0) <= 2 && r.attribute !== null)
  expect(juniors.length).toBeGreaterThanOrEqual(8)
})

test('the program after Eli Lilly is private, and its form names the group that runs it', () => {
  expect(programAnswers(rest('lilly-2015'))).toMatchObject({ private: ['yes'], sponsor: 'the LGBT resource group' })
})
