import { expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import type { KnownFacts } from '../../src/people/csv/facts.ts'
import type { PersonLook } from '../../src/people/look-at-person.ts'
import { catalog, type Skill } from '../../src/people/skills.ts'
import { personSavedView } from '../../src/people/views/person-saved-view.ts'
import { personView } from '../../src/people/views/person-view.ts'
import { checkView } from '../../src/sandbox/blocks/check.ts'
import { INJECTIONS, isHarmless, viewLooksLike } from '../enrollment/golden.ts'
import { aPerson, NOTHING_SAID } from './a-person.ts'

const FACTS: KnownFacts = {
  level: 3,
  team: 'Estimating',
  site: 'Detroit',
  managerId: 'U2',
  startOn: '2024-03-01',
  hours: { from: 540, to: 1020 },
  languages: ['en', 'gsw', 'lo'],
  offers: ['excel', 'beekeeping'],
  wants: ['presenting'],
  role: 'both',
  capacity: 2,
}
const look: PersonLook = {
  person: { ...aPerson({ id: 'U1', name: 'Mei Tanaka', title: 'Estimator', tz: 'America/Detroit' }), startOn: null },
  said: {
    facts: { level: 4, managerId: 'U3', hours: { from: 600, to: 1080 }, languages: ['en'], offers: [], wants: ['sql'] },
    programs: [{ name: 'Winter talks', role: 'learner', capacity: 1 }],
  },
  catalog: catalog([]).slice(0, 2),
  nameOf: (id) => (id === 'U2' ? 'Luis Ortega' : 'Ana Ruiz'),
  labelOf: (id) => (id === 'beekeeping' ? 'Bees; and keeping them' : id.toUpperCase()),
}
const silent: PersonLook = { ...look, said: { facts: {}, programs: [] } }

test('the form of one person', async () => {
  await viewLooksLike('people', 'person.said', personView(en, look, FACTS, 'mark'))
  await viewLooksLike('people', 'person.unknown', personView(en, silent, NOTHING_SAID, 'mark'))
})

test('what was saved of one person', async () => {
  const changes = [
    { personId: 'U1', fact: 'level', from: 3, to: 5 },
    { personId: 'U1', fact: 'managerId', from: 'U2', to: null },
    { personId: 'U1', fact: 'startOn', from: null, to: '2024-03-01' },
    { personId: 'U1', fact: 'hours', from: null, to: { from: 540, to: 1020 } },
    { personId: 'U1', fact: 'offers', from: ['excel'], to: ['excel', 'sql'] },
    { personId: 'U1', fact: 'role', from: 'guide', to: 'both' },
  ] as const
  await viewLooksLike('people', 'person.saved', personSavedView(en, look, { changes, newSkills: ['Bees'] }))
})

test.each(INJECTIONS)('%s of one person stays text wherever it is shown', (text) => {
  const hostile: PersonLook = {
    ...look,
    person: { ...look.person, name: text, title: text },
    nameOf: () => text,
    labelOf: () => text,
  }
  const changes = [{ personId: 'U1', fact: 'team', from: text, to: text }] as const
  isHarmless(personView(en, hostile, FACTS, 'mark'))
  isHarmless(personSavedView(en, hostile, { changes, newSkills: [text] }))
})

test('the longest of everything still fits a window', () => {
  const skills: Skill[] = Array.from({ length: 150 }, (_, i) => ({ id: `s${i}`, label: `${i}${'x'.repeat(57)}` }))
  const all = skills.map((skill) => skill.id)
  const long: PersonLook = {
    ...look,
    person: { ...look.person, name: 'Ж'.repeat(80), title: 'Ж'.repeat(120) },
    said: {
      facts: { level: 3, managerId: 'U2', hours: FACTS.hours ?? null, offers: all, wants: all },
      programs: Array.from({ length: 60 }, () => ({ name: 'x'.repeat(60), role: 'guide', capacity: 10 })),
    },
    catalog: catalog(skills),
    nameOf: () => 'x'.repeat(80),
    labelOf: () => 'x'.repeat(60),
  }
  const most = { ...FACTS, offers: all.slice(0, 40), wants: all.slice(0, 40) }
  expect(checkView(personView(en, long, most, 'mark'))).toEqual([])
  const changes = (['offers', 'wants'] as const).map((fact) => ({
    personId: 'U1',
    fact,
    from: all,
    to: [...all, 'excel'],
  }))
  expect(checkView(personSavedView(en, long, { changes, newSkills: all }))).toEqual([])
})
