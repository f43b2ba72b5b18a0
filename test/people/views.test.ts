import { expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import { refuse } from '../../src/copy/refusal.ts'
import { type Fault, note } from '../../src/people/csv/fault.ts'
import type { Ready } from '../../src/people/import-step.ts'
import { faultsView } from '../../src/people/views/faults-view.ts'
import { importReadMessage } from '../../src/people/views/import-read-view.ts'
import { columnsView, fileView, levelsView } from '../../src/people/views/import-view.ts'
import { peopleMessage } from '../../src/people/views/people-view.ts'
import { appliedView, previewView } from '../../src/people/views/preview-view.ts'
import { checkView } from '../../src/sandbox/blocks/check.ts'
import { INJECTIONS, isHarmless, messageLooksLike, viewLooksLike } from '../enrollment/golden.ts'
import { aPerson, byId } from './a-person.ts'

const of = (n: number, only: string | null = null) => ({ people: n, only })
const counts = { people: 170, withoutLevel: 12, withoutManager: 1 }
const focus = { programId: 3, name: 'Winter talks', among: [], stage: 'open' as const }

test('/mentor people', async () => {
  await messageLooksLike('people', 'people.all', peopleMessage(en, counts, null))
  await messageLooksLike('people', 'people.open-program', peopleMessage(en, counts, focus))
  const hidden = peopleMessage(en, counts, { ...focus, among: null })
  await messageLooksLike('people', 'people.private-program', hidden)
})

test('the forms of an import', async () => {
  await viewLooksLike('people', 'import.file', fileView(en))
  await viewLooksLike('people', 'import.columns', columnsView(en, 7, ['Kürzel', 'Grade', '', 'Team']))
  await viewLooksLike('people', 'import.levels', levelsView(en, 7, ['Junior', 'Head']))
  await viewLooksLike('people', 'import.faults', faultsView(en, 7, [note('who_unknown', 4, 'U999'), note('empty')]))
  await viewLooksLike(
    'people',
    'import.applied',
    appliedView(en, { people: 2, facts: 3, withoutLevel: of(0), withoutManager: of(1, 'Ana Ruiz') }),
  )
})

const people = byId([aPerson({ id: 'U1', name: 'Ana Ruiz' }), aPerson({ id: 'U2', name: 'Luis' })])
const change = (fact: 'level' | 'managerId' | 'hours' | 'offers', from: unknown, to: unknown) => ({
  personId: 'U1',
  fact,
  from,
  to,
})
const ready: Ready = {
  difference: {
    added: [change('offers', [], ['excel']), { ...change('level', null, 3), personId: 'U2' }],
    changed: [
      change('level', 3, 4),
      change('managerId', 'U9', 'U2'),
      change('hours', { from: 540, to: 1020 }, { from: 600, to: 1080 }),
      change('offers', ['excel', 'sql'], ['social-media', 'beekeeping']),
    ],
    unchanged: 5,
    updates: [],
    withoutLevel: of(2),
    withoutManager: of(1, 'Ana Ruiz'),
  },
  remarks: [
    note('unused_columns', null, 'Shoe size'),
    note('has_left', 8, 'Mei'),
    note('manager_self', 9, 'Luis'),
    note('manager_circle', 10, 'Ana Ruiz, Luis'),
  ],
  newSkills: ['Beekeeping'],
  people,
  labels: new Map([
    ['excel', 'Excel'],
    ['sql', 'SQL'],
    ['social-media', 'Social media'],
    ['beekeeping', 'Beekeeping'],
  ]),
  fingerprint: 'abc',
}
const nothing: Ready = {
  ...ready,
  difference: { ...ready.difference, added: [], changed: [] },
  remarks: [],
  newSkills: [],
}

test('the difference, before anything is written', async () => {
  await viewLooksLike('people', 'preview.changes', previewView(en, 7, ready))
  await viewLooksLike('people', 'preview.nothing', previewView(en, 7, nothing))
})

test('word of a list that took long', async () => {
  const faults: Fault[] = [note('level', 2, '0')]
  const faulty = { is: 'faulty', faults, importId: 7 } as const
  await messageLooksLike(
    'people',
    'import-read.ready',
    importReadMessage(en, 7, { ok: true, value: { is: 'ready', ...ready, importId: 7 } }),
  )
  await messageLooksLike('people', 'import-read.faulty', importReadMessage(en, 7, { ok: true, value: faulty }))
  const refused = importReadMessage(en, 7, refuse('scope_missing', { scope: 'files:read' }))
  expect(refused.text).toContain('files:read')
})

test.each(INJECTIONS)('%s in a file stays text wherever it is shown', (text) => {
  const named = byId([aPerson({ id: 'U1', name: text })])
  const bad = { ...ready, people: named, newSkills: [text], remarks: [note('unused_columns' as const, null, text)] }
  const shown = {
    ...bad,
    difference: { ...ready.difference, changed: [change('level', text, text), change('offers', [text], [text])] },
  }
  isHarmless(previewView(en, 7, shown))
  isHarmless(faultsView(en, 7, [note('who_unknown', 2, text)]))
  isHarmless(
    importReadMessage(en, 7, { ok: true, value: { is: 'faulty', faults: [note('level', 2, text)], importId: 7 } }),
  )
  isHarmless(peopleMessage(en, counts, { ...focus, name: text }))
  isHarmless(columnsView(en, 7, [text]))
})

test('a name with signs that format stays a name', () => {
  const named = byId([aPerson({ id: 'U1', name: '*Ana* _R_D_ ~x~ `y`' })])
  const shown = JSON.stringify(previewView(en, 7, { ...ready, people: named }))
  expect(shown).toContain('\u2217Ana\u2217 \u02cdR_D\u02cd \u223cx\u223c \u02cby\u02cb: level')
})

test('a preview of thousands of changes still fits a window', () => {
  const many = Array.from({ length: 5_000 }, () => change('level', 'x'.repeat(80), 'y'.repeat(80)))
  const remarks = Array.from({ length: 5_000 }, (_, i) => note('manager_unknown' as const, i, 'x'.repeat(60)))
  const view = previewView(en, 7, { ...ready, remarks, difference: { ...ready.difference, changed: many } })
  expect(checkView(view)).toEqual([])
})
