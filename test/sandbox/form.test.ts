import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { input, modal, options, plain, stateOf, withForms, type Forms } from './support/forms.ts'

let forms: Forms
beforeEach(async () => {
  forms = await withForms()
})
afterEach(() => forms.running.stop())

describe('the state of a form', () => {
  test.each([
    ['text', { type: 'plain_text_input' }, 'hi', { type: 'plain_text_input', value: 'hi' }],
    ['a date', { type: 'datepicker' }, '2026-03-02', { type: 'datepicker', selected_date: '2026-03-02' }],
    ['a time', { type: 'timepicker' }, '09:30', { type: 'timepicker', selected_time: '09:30' }],
    ['a number', { type: 'number_input', is_decimal_allowed: false }, 3, { type: 'number_input', value: '3' }],
    ['a menu', { type: 'static_select', options }, 'b', { type: 'static_select', selected_option: options[1] }],
    [
      'a menu in groups',
      { type: 'static_select', option_groups: [{ label: plain('G'), options }] },
      'b',
      { selected_option: options[1] },
    ],
    ['radio buttons', { type: 'radio_buttons', options }, 'c', { type: 'radio_buttons', selected_option: options[2] }],
    [
      'several of a menu',
      { type: 'multi_static_select', options },
      ['a', 'c'],
      { selected_options: [options[0], options[2]] },
    ],
    ['checkboxes', { type: 'checkboxes', options }, ['a'], { type: 'checkboxes', selected_options: [options[0]] }],
    ['a person', { type: 'users_select' }, 'U02', { type: 'users_select', selected_user: 'U02' }],
    ['people', { type: 'multi_users_select' }, ['U02', 'U03'], { selected_users: ['U02', 'U03'] }],
    [
      'what was there at first',
      { type: 'static_select', options, initial_option: options[0] },
      undefined,
      { selected_option: options[0] },
    ],
  ])('holds %s', async (_name, element, plainValue, state) => {
    const id = await forms.open(input('q', element))
    expect(await forms.submit(id, plainValue === undefined ? {} : { q: { x: plainValue } })).toEqual({ closed: true })
    expect(stateOf(forms.payloads[0])).toMatchObject({ q: { x: state } })
  })

  test('holds null or nothing where nothing was chosen', async () => {
    const id = await forms.open(
      input('t', { type: 'plain_text_input' }, { optional: true }),
      input('s', { type: 'static_select', options }, { optional: true }),
      input('c', { type: 'checkboxes', options }, { optional: true }),
    )
    await forms.submit(id, {})
    expect(stateOf(forms.payloads[0])).toEqual({
      t: { x: { type: 'plain_text_input', value: null } },
      s: { x: { type: 'static_select', selected_option: null } },
      c: { x: { type: 'checkboxes', selected_options: [] } },
    })
  })

  test('goes along with a click inside the modal and is kept over an update', async () => {
    const button = {
      type: 'actions',
      block_id: 'more',
      elements: [
        { type: 'button', action_id: 'more', value: '1', text: plain('More') },
        { type: 'static_select', action_id: 'pick', options },
      ],
    }
    const id = await forms.open(input('t', { type: 'plain_text_input' }), button)
    await forms.running.control('/action', { user: 'U01', view_id: id, action_id: 'pick', selected: 'b' })
    await forms.running.control('/action', {
      user: 'U01',
      view_id: id,
      action_id: 'more',
      values: { t: { x: 'typed' } },
    })
    expect(forms.payloads[1]).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: id },
      actions: [{ action_id: 'more', block_id: 'more', value: '1' }],
    })
    expect(stateOf(forms.payloads[1])).toMatchObject({
      t: { x: { value: 'typed' } },
      more: { pick: { selected_option: options[1] } },
    })
    await forms.running.api('views.update', { view_id: id, view: modal(input('t', { type: 'plain_text_input' })) })
    expect(await forms.submit(id, {})).toEqual({ closed: true })
    expect(stateOf(forms.payloads[2])).toMatchObject({ t: { x: { value: 'typed' } } })
  })
})

describe('what Slack’s own form refuses never reaches the app', () => {
  test.each([
    ['an empty required field', { type: 'plain_text_input' }, '', 'Please complete this required field.'],
    ['3,001 characters', { type: 'plain_text_input' }, 'x'.repeat(3001), 'Please enter at most 3000 characters.'],
    ['more than max_length', { type: 'plain_text_input', max_length: 3 }, 'four', 'Please enter at most 3 characters.'],
    ['less than min_length', { type: 'plain_text_input', min_length: 3 }, 'x', 'Please enter at least 3 characters.'],
    ['30 February', { type: 'datepicker' }, '2026-02-30', 'Please enter a date as YYYY-MM-DD.'],
    ['no number', { type: 'number_input', is_decimal_allowed: false }, '1.5', 'Please enter a whole number.'],
    [
      'too many',
      { type: 'multi_static_select', options, max_selected_items: 1 },
      ['a', 'b'],
      'Please choose at most 1.',
    ],
  ])('%s', async (_name, element, value, sentence) => {
    const id = await forms.open(input('q', element))
    expect(await forms.submit(id, { q: { x: value } })).toEqual({ errors: { q: sentence } })
    expect(forms.payloads).toEqual([])
  })

  test('an option that is not there, a field that is not there, a modal that is not in front', async () => {
    const id = await forms.open(input('q', { type: 'static_select', options }))
    const refused = async (view_id: string, values: object) =>
      (await forms.running.control<{ error: string }>('/submit', { user: 'U01', view_id, values })).body.error
    expect(await refused(id, { q: { x: 'z' } })).toBe('x has no option z.')
    expect(await refused(id, { q: { y: 'a' } })).toBe('The modal has no field q.y.')
    expect(await refused('V99', {})).toBe('The modal V99 is not in front of U01.')
  })
})
