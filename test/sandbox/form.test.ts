import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aSandbox, type Running } from './support/server.ts'

let running: Running
/** what the app answers to a submission */
let ack: unknown
/** payloads of clicks and submissions */
let payloads: Payload[]
let view: Record<string, unknown>

interface Payload {
  type: string
  view?: { state: { values: Record<string, Record<string, Record<string, unknown>>> } }
  state?: { values: object }
  container?: object
  message?: object
  actions?: Record<string, unknown>[]
  response_url?: string
  is_cleared?: boolean
}

const plain = (text: string) => ({ type: 'plain_text', text })
const options = ['a', 'b', 'c'].map((value) => ({ text: plain(value.toUpperCase()), value }))
const input = (block_id: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id,
  label: plain(block_id),
  element: { action_id: 'x', ...element },
  ...more,
})
const optional = { optional: true }
const modal = (...blocks: object[]) => ({
  type: 'modal',
  callback_id: 'f',
  title: plain('Form'),
  submit: plain('Send'),
  blocks,
})

beforeEach(async () => {
  ack = undefined
  payloads = []
  running = await aSandbox({
    app: async (_request, response, body) => {
      const form = new URLSearchParams(body)
      const payload = form.get('payload')
      if (payload === null) {
        response.end()
        await running.api('views.open', { trigger_id: form.get('trigger_id'), view })
        return
      }
      payloads.push(JSON.parse(payload))
      response.setHeader('content-type', 'application/json')
      response.end(ack === undefined ? '' : JSON.stringify(ack))
    },
  })
})
afterEach(() => running.stop())

async function open(...blocks: object[]): Promise<string> {
  view = modal(...blocks)
  const { body } = await running.control<{ view: { id: string } }>('/command', { user: 'U01', text: '' })
  return body.view.id
}

const submit = async (view_id: string, values: object) =>
  (await running.control('/submit', { user: 'U01', view_id, values })).body
const stateOf = (payload: Payload | undefined) => payload?.view?.state.values

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
    const id = await open(input('q', element))
    expect(await submit(id, plainValue === undefined ? {} : { q: { x: plainValue } })).toEqual({ closed: true })
    expect(stateOf(payloads[0])).toMatchObject({ q: { x: state } })
  })

  test('holds null or nothing where nothing was chosen', async () => {
    const id = await open(
      input('t', { type: 'plain_text_input' }, optional),
      input('s', { type: 'static_select', options }, optional),
      input('c', { type: 'checkboxes', options }, optional),
    )
    await submit(id, {})
    expect(stateOf(payloads[0])).toEqual({
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
    const id = await open(input('t', { type: 'plain_text_input' }), button)
    await running.control('/action', { user: 'U01', view_id: id, action_id: 'pick', selected: 'b' })
    await running.control('/action', { user: 'U01', view_id: id, action_id: 'more', values: { t: { x: 'typed' } } })
    expect(payloads[1]).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: id },
      actions: [{ action_id: 'more', block_id: 'more', value: '1' }],
    })
    expect(stateOf(payloads[1])).toMatchObject({
      t: { x: { value: 'typed' } },
      more: { pick: { selected_option: options[1] } },
    })
    await running.api('views.update', { view_id: id, view: modal(input('t', { type: 'plain_text_input' })) })
    expect(await submit(id, {})).toEqual({ closed: true })
    expect(stateOf(payloads[2])).toMatchObject({ t: { x: { value: 'typed' } } })
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
    const id = await open(input('q', element))
    expect(await submit(id, { q: { x: value } })).toEqual({ errors: { q: sentence } })
    expect(payloads).toEqual([])
  })

  test('an option that is not there, a field that is not there, a modal that is not in front', async () => {
    const id = await open(input('q', { type: 'static_select', options }))
    const refused = async (view_id: string, values: object) =>
      (await running.control<{ error: string }>('/submit', { user: 'U01', view_id, values })).body.error
    expect(await refused(id, { q: { x: 'z' } })).toBe('x has no option z.')
    expect(await refused(id, { q: { y: 'a' } })).toBe('The modal has no field q.y.')
    expect(await refused('V99', {})).toBe('The modal V99 is not in front of U01.')
  })
})

describe('the answer to a submission', () => {
  const field = input('q', { type: 'plain_text_input' })
  const go = async (answer: unknown) => {
    const id = await open(field)
    ack = answer
    return {
      id,
      body: await submit(id, { q: { x: 'hi' } }),
      front: (await running.control<{ id: string } | null>('/view?user=U01')).body,
    }
  }

  test('nothing closes the modal', async () => {
    expect(await go(undefined)).toMatchObject({ body: { closed: true }, front: null })
  })

  test('errors stand beside their fields', async () => {
    expect((await go({ response_action: 'errors', errors: { q: 'No.' } })).body).toEqual({ errors: { q: 'No.' } })
  })

  test('errors for what is no field are shown nowhere', async () => {
    expect((await go({ response_action: 'errors', errors: { z: 'No.' } })).body).toEqual({
      errors: { '': 'We had some trouble connecting. Try again?' },
    })
  })

  test('update changes the modal, push puts another on it, clear closes all', async () => {
    const updated = await go({ response_action: 'update', view: modal(field) })
    expect(updated.body).toMatchObject({ view: { id: updated.id } })
    const pushed = await go({ response_action: 'push', view: modal(field) })
    expect(pushed.body).toMatchObject({ view: { previous_view_id: pushed.id } })
    expect(pushed.front?.id).not.toBe(pushed.id)
    ack = { response_action: 'clear' }
    expect(await submit(pushed.front?.id ?? '', { q: { x: 'hi' } })).toEqual({ closed: true })
    expect((await running.control('/view?user=U01')).body).toBeNull()
  })

  test('a view that breaks a rule leaves the modal as it was', async () => {
    const { id, body, front } = await go({
      response_action: 'update',
      view: { ...modal(field), title: plain('x'.repeat(25)) },
    })
    expect(body).toEqual({ errors: { '': 'We had some trouble connecting. Try again?' } })
    expect(front).toMatchObject({ id, title: { text: 'Form' } })
  })

  test('comes with the ephemeral message the app sent meanwhile', async () => {
    const id = await open(field)
    running.app = async (_request, response) => {
      response.end()
      await running.api('chat.postEphemeral', { channel: 'D01', user: 'U01', text: 'Saved' })
    }
    expect(await submit(id, { q: { x: 'hi' } })).toEqual({ closed: true, response: { text: 'Saved', blocks: [] } })
  })
})

describe('a click on a message', () => {
  const blocks = [
    {
      type: 'actions',
      block_id: 'one',
      elements: [{ type: 'button', action_id: 'go', value: '1', text: plain('Go') }],
    },
    {
      type: 'actions',
      block_id: 'two',
      elements: [
        { type: 'button', action_id: 'go', value: '2', text: plain('Go') },
        { type: 'overflow', action_id: 'menu', options },
        { type: 'checkboxes', action_id: 'tick', options },
      ],
    },
  ]
  const press = (ts: string | undefined, more: object) =>
    running.control<{ error?: string }>('/action', { user: 'U01', channel: 'D01', ts, ...more })

  test('names the button by its block or its value, and carries message, state and response_url', async () => {
    const { body } = await running.api<{ ts: string }>('chat.postMessage', { channel: 'U01', text: 'x', blocks })
    await press(body.ts, { action_id: 'tick', selected: ['a'] })
    await press(body.ts, { action_id: 'go', value: '2' })
    await press(body.ts, { action_id: 'go', block_id: 'one' })
    await press(body.ts, { action_id: 'menu', selected: 'c' })
    expect(payloads.map(({ actions }) => actions?.[0])).toMatchObject([
      { type: 'checkboxes', selected_options: [options[0]] },
      { type: 'button', block_id: 'two', value: '2' },
      { type: 'button', block_id: 'one', value: '1' },
      { type: 'overflow', selected_option: options[2] },
    ])
    expect(payloads[1]).toMatchObject({
      container: { type: 'message', message_ts: body.ts, channel_id: 'D01', is_ephemeral: false },
      message: { ts: body.ts, text: 'x' },
      state: { values: { two: { tick: { selected_options: [options[0]] } } } },
      response_url: expect.stringContaining('/response/'),
    })
    expect((await press(body.ts, { action_id: 'go', value: '9' })).status).toBe(400)
    expect((await press(body.ts, { action_id: 'gone' })).body.error).toBe('There is no gone to press there.')
  })

  test('is not for who does not see the message', async () => {
    const { body } = await running.api<{ ts: string }>('chat.postMessage', { channel: 'U02', text: 'x', blocks })
    const answer = await running.control('/action', { user: 'U01', channel: 'D02', ts: body.ts, action_id: 'go' })
    expect(answer.status).toBe(400)
  })

  test('on an ephemeral message carries no message, as in Slack', async () => {
    await running.api('chat.postEphemeral', { channel: 'D01', user: 'U01', text: 'x', blocks })
    const ts = running.sandbox.people.conversations('U01')[0]?.messages[0]?.ts
    await press(ts, { action_id: 'go', value: '1' })
    expect(payloads[0]).toMatchObject({ container: { is_ephemeral: true } })
    expect(payloads[0]).not.toHaveProperty('message')
  })
})

test('a modal that is closed is told if it asked to be', async () => {
  view = { ...modal(input('q', { type: 'plain_text_input' })), notify_on_close: true }
  const { body } = await running.control<{ view: { id: string } }>('/command', { user: 'U01', text: '' })
  await running.control('/close', { user: 'U01', view_id: body.view.id })
  expect(payloads).toMatchObject([{ type: 'view_closed', is_cleared: false, view: { id: body.view.id } }])
  const quiet = await open(input('q', { type: 'plain_text_input' }))
  await running.control('/close', { user: 'U01', view_id: quiet })
  expect(payloads).toHaveLength(1)
})
