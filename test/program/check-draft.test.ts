import { describe, expect, test } from 'vitest'
import { attributeRuleOf } from '../../src/program/attribute-rule.ts'
import { checkDraft, draftDays } from '../../src/program/check-draft.ts'
import type { DraftAttribute, ProgramDraft } from '../../src/program/draft.ts'
import { readState, writeState } from '../../src/program/form-state.ts'
import type { AttributeRule, KindId } from '../../src/program/kinds.ts'
import { aDraft } from './seed.ts'

const aQuestion = (over: Partial<DraftAttribute> = {}): DraftAttribute => ({
  label: 'Which?',
  options: ['a', 'b'],
  rule: 'differs',
  isShownByBelonging: false,
  ...over,
})

const TODAY = '2026-01-05'

test('a draft with the defaults of its kind can be saved', () => {
  expect(checkDraft(aDraft(), TODAY)).toMatchObject({ ok: true })
})

test.each<[string, Partial<ProgramDraft>, string]>([
  ['no name', { name: '' }, 'name'],
  ['61 letters', { name: 'a'.repeat(61) }, 'name'],
  ['joining that ended yesterday', { joinBy: '2026-01-04' }, 'join_by'],
  ['a day that does not exist', { joinBy: '2026-02-30' }, 'join_by'],
  ['no day', { joinBy: '' }, 'join_by'],
  ['joining in ten years', { joinBy: '2036-01-05', firstOn: '2036-02-01' }, 'join_by'],
  ['a first month before joining ends', { firstOn: '2026-01-01' }, 'first_on'],
  ['levels the wrong way round', { invited: { levels: { from: 5, to: 2 } } }, 'level_from'],
  ['a holiday that is no date', { holidays: ['Christmas'] }, 'holidays'],
  ['a kind that needs a question, without one', { kind: 'cross-group' }, 'kind'],
  ['answers without a question', { attribute: aQuestion({ label: '' }) }, 'attribute'],
  ['a question in which nobody can differ', { attribute: aQuestion({ options: ['a'] }) }, 'attribute_options'],
  [
    'a question that guides have to answer, without an answer',
    { attribute: aQuestion({ rule: 'guide-declares', options: [] }) },
    'attribute_options',
  ],
  [
    'more answers than a menu holds',
    { attribute: aQuestion({ options: Array.from({ length: 101 }, (_, i) => String(i)) }) },
    'attribute_options',
  ],
])('%s is refused beside its field', (_, over, field) => {
  expect(checkDraft(aDraft(over), TODAY)).toMatchObject({ ok: false, refusal: { field } })
})

test('a kind that needs a question takes one with two answers', () => {
  expect(checkDraft(aDraft({ kind: 'cross-group', attribute: aQuestion() }), TODAY)).toMatchObject({ ok: true })
})

test('one answer is enough where only guides have to give it', () => {
  const attribute = aQuestion({ rule: 'guide-declares', options: ['I do'] })
  expect(checkDraft(aDraft({ attribute }), TODAY)).toMatchObject({ ok: true })
})

describe('what declared answers decide', () => {
  test.each<[string, KindId, unknown, AttributeRule]>([
    ['nothing without a question', 'reverse', null, 'none'],
    ['what the lead chose', 'reverse', { rule: 'differs' }, 'differs'],
    ['what the lead chose, in a kind that takes turns', 'reciprocal', { rule: 'guide-declares' }, 'guide-declares'],
    ['what the kind says, whatever was chosen', 'cross-group', { rule: 'guide-declares' }, 'differs'],
    ['nothing in a question of an earlier release', 'reverse', { label: 'Which?', options: ['a', 'b'] }, 'none'],
    ['nothing for a word that is no rule', 'reverse', { rule: 'everything' }, 'none'],
  ])('is %s', (_, kind, question, rule) => {
    expect(attributeRuleOf(kind, question)).toBe(rule)
  })
})

test('pairs are proposed on the working day after joining ends', () => {
  expect(draftDays(aDraft({ joinBy: '2026-01-16' })).roundOn).toBe('2026-01-19')
  expect(draftDays(aDraft({ joinBy: '2026-01-16', holidays: ['2026-01-19'] })).roundOn).toBe('2026-01-20')
})

test('six topics and a look back, one a month, end in the seventh month', () => {
  expect(draftDays(aDraft()).lastOn).toBe('2026-08-01')
  expect(draftDays(aDraft({ cadence: 3 })).lastOn).toBe('2027-08-01')
})

test('pairs made too late for the first topic are announced', () => {
  expect(draftDays(aDraft({ joinBy: '2026-01-16' })).missesFirstTopic).toBe(false)
  expect(draftDays(aDraft({ joinBy: '2026-01-30' })).missesFirstTopic).toBe(true)
})

test('a form carries its draft, and nothing that another form wrote', () => {
  const state = { programId: 3, draft: aDraft() }
  expect(readState(writeState(state) ?? '')).toEqual(state)
  for (const foreign of ['', '{}', '7', 'null', '{"programId":1}', '{"programId":"1","draft":{}}', 'x'.repeat(3001)]) {
    expect(readState(foreign), foreign).toBeUndefined()
  }
  const people = Array.from({ length: 400 }, (_, i) => `U${i}00000`)
  expect(writeState({ ...state, draft: aDraft({ invited: { people } }) })).toBeUndefined()
})
