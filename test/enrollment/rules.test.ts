import { describe, expect, test } from 'vitest'
import { readAttributeQuestion } from '../../src/enrollment/attribute-question.ts'
import { clockTime, hourChoices } from '../../src/enrollment/hours.ts'
import { readTag, writeTag } from '../../src/enrollment/join-form.ts'
import { languageChoices, languageName } from '../../src/enrollment/languages.ts'
import { preselectRole } from '../../src/enrollment/preselect-role.ts'
import type { Role } from '../../src/people/person.ts'
import type { KindId } from '../../src/program/kinds.ts'

describe('the role the form has ticked', () => {
  const levels = [1, 2, 2, 3, 8, 9] // median 2.5
  test.each<[KindId, number | null, Role]>([
    ['reverse', 2, 'guide'],
    ['reverse', 3, 'learner'],
    ['traditional', 2, 'learner'],
    ['traditional', 3, 'guide'],
    ['reciprocal', 2, 'both'],
    ['cross-group', 9, 'both'],
    ['reverse', null, 'both'],
  ])('in %s at level %s is %s', (kind, level, role) => {
    expect(preselectRole(kind, { role: null, level }, levels)).toBe(role)
  })

  test('at the median itself the junior side is ticked', () => {
    expect(preselectRole('reverse', { role: null, level: 4 }, [2, 4, 6])).toBe('guide')
    expect(preselectRole('traditional', { role: null, level: 4 }, [2, 4, 6])).toBe('learner')
  })

  test('a role that a file named goes first, except where everybody is both', () => {
    expect(preselectRole('reverse', { role: 'learner', level: 1 }, levels)).toBe('learner')
    expect(preselectRole('reciprocal', { role: 'learner', level: 1 }, levels)).toBe('both')
  })

  test('where no level is known at all nothing is guessed', () => {
    expect(preselectRole('reverse', { role: null, level: 4 }, [])).toBe('both')
  })
})

describe('what the form carries', () => {
  test.each([
    { mode: 'join', programId: 12, isOpen: false, typed: '' },
    { mode: 'profile', programId: 1, isOpen: true, typed: 'Pride “Circle” 100% — ü' },
  ] as const)('comes back as it was: %o', (tag) => {
    expect(readTag(writeTag(tag))).toEqual(tag)
  })

  test.each([
    '',
    '{}',
    'null',
    '{"programId":1}',
    'v0.join.1.less.',
    'v1.join.0.less.',
    'v1.join.-1.less.',
    'v1.steal.1.less.',
    'v1.join.1.less.%',
    `v1.join.1.less.${'x'.repeat(3001)}`,
    'v1.join.1.less.\nv1.join.2.less.',
  ])('anything else is out of date: %j', (metadata) => {
    expect(readTag(metadata)).toBeUndefined()
  })
})

describe('choices', () => {
  test('half hours of a day, and somebody’s own besides', () => {
    expect(hourChoices(null)).toHaveLength(49)
    expect(hourChoices({ from: 545, to: 1440 })).toHaveLength(50)
    expect([0, 545, 1440].map(clockTime)).toEqual(['00:00', '09:05', '24:00'])
  })

  test('languages by name, those a file named besides, never more than a menu holds', () => {
    expect(languageName('de')).toBe('German')
    expect(languageName('Klingon in words')).toBe('Klingon in words')
    expect(languageChoices(['tlh', 'en'])).toContain('tlh')
    expect(languageChoices(Array.from({ length: 200 }, (_, i) => `x${i}`))).toHaveLength(100)
  })

  test('a program’s own question is a label and answers, or none', () => {
    expect(readAttributeQuestion(null, 'reverse')).toBeNull()
    expect(readAttributeQuestion({ label: 'I am', options: [] }, 'reverse')).toBeNull()
    expect(readAttributeQuestion({ label: 'I am', options: ['a', 7], isShownByBelonging: true }, 'reverse')).toEqual({
      rule: 'none',
      label: 'I am',
      options: ['a'],
      isShownByBelonging: true,
    })
  })
})
