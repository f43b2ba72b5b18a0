import { expect, test } from 'vitest'
import { clip, escape } from '../../src/slack/blocks.ts'
import { asWritten, clean, form } from '../../src/slack/form.ts'

test('what people typed loses NUL and marks that turn text, and keeps emoji whole', () => {
  expect(clean('  a\0b\u202ec\u200b ')).toBe('abc')
  expect(clean('👩‍👧 ok')).toBe('👩‍👧 ok')
  expect(clean('\ud800x')).toBe('\ufffdx')
})

test('an absent field reads as nothing', () => {
  const empty = form({})
  expect([
    empty.text('a'),
    empty.number('a'),
    empty.choice('a'),
    empty.choices('a'),
    empty.date('a'),
    empty.person('a'),
    empty.people('a'),
    empty.files('a'),
    empty.instant('a'),
  ]).toEqual(['', null, '', [], '', '', [], [], null])
})

test.each([
  ['3', 3],
  [' 3 ', 3],
  ['', null],
  ['three', null],
])('the number "%s" reads as %s', (value, read) => {
  expect(form({ n: { value: { type: 'number_input', value } } }).number('n')).toBe(read)
})

test('text is cut between letters as a reader counts them', () => {
  expect(clip('👩‍👧👩‍👧👩‍👧', 12)).toBe('👩‍👧👩‍👧…')
  expect(clip('short', 5)).toBe('short')
})

test('nothing that people wrote comes alive in mrkdwn', () => {
  expect(escape('<!channel> & <@U1>')).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt;')
})

test.each([
  ['*Ana*', '\u2217Ana\u2217'],
  ['A*B', 'A\u2217B'],
  ['_Ana_', '\u02cdAna\u02cd'],
  ['R_D and snake_case_too', 'R_D and snake_case_too'],
  ['~gone~', '\u223cgone\u223c'],
  ['```code```', '\u02cb\u02cb\u02cbcode\u02cb\u02cb\u02cb'],
])('%s formats nothing, and reads the same', (written, shown) => {
  expect(escape(written)).toBe(shown)
  expect(asWritten(shown)).toBe(written)
})
