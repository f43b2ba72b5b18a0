import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { options, plain, withForms, type Forms } from './support/forms.ts'

let forms: Forms
beforeEach(async () => {
  forms = await withForms()
})
afterEach(() => forms.running.stop())

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
    forms.running.control<{ error?: string }>('/action', { user: 'U01', channel: 'D01', ts, ...more })

  test('names the button by its block or its value, and carries message, state and response_url', async () => {
    const { body } = await forms.running.api<{ ts: string }>('chat.postMessage', { channel: 'U01', text: 'x', blocks })
    await press(body.ts, { action_id: 'tick', selected: ['a'] })
    await press(body.ts, { action_id: 'go', value: '2' })
    await press(body.ts, { action_id: 'go', block_id: 'one' })
    await press(body.ts, { action_id: 'menu', selected: 'c' })
    expect(forms.payloads.map(({ actions }) => actions?.[0])).toMatchObject([
      { type: 'checkboxes', selected_options: [options[0]] },
      { type: 'button', block_id: 'two', value: '2' },
      { type: 'button', block_id: 'one', value: '1' },
      { type: 'overflow', selected_option: options[2] },
    ])
    expect(forms.payloads[1]).toMatchObject({
      container: { type: 'message', message_ts: body.ts, channel_id: 'D01', is_ephemeral: false },
      message: { ts: body.ts, text: 'x' },
      state: { values: { two: { tick: { selected_options: [options[0]] } } } },
      response_url: expect.stringContaining('/response/'),
    })
    expect((await press(body.ts, { action_id: 'go', value: '9' })).status).toBe(400)
    expect((await press(body.ts, { action_id: 'gone' })).body.error).toBe('There is no gone to press there.')
  })

  test('is not for who does not see the message', async () => {
    const { body } = await forms.running.api<{ ts: string }>('chat.postMessage', { channel: 'U02', text: 'x', blocks })
    const answer = await forms.running.control('/action', { user: 'U01', channel: 'D02', ts: body.ts, action_id: 'go' })
    expect(answer.status).toBe(400)
  })

  test('on an ephemeral message carries no message, as in Slack', async () => {
    await forms.running.api('chat.postEphemeral', { channel: 'D01', user: 'U01', text: 'x', blocks })
    const ts = forms.running.sandbox.people.conversations('U01')[0]?.messages[0]?.ts
    await press(ts, { action_id: 'go', value: '1' })
    expect(forms.payloads[0]).toMatchObject({ container: { is_ephemeral: true } })
    expect(forms.payloads[0]).not.toHaveProperty('message')
  })
})
