import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { aSandbox, TOKENS, type AppHandler, type Running } from './support/server.ts'

let running: Running
afterEach(() => running.stop())

const late: AppHandler = async (_request, response) => {
  await new Promise((resolve) => setTimeout(resolve, 3200))
  response.end('too late')
}
const failing: AppHandler = (_request, response) => void response.writeHead(500).end()

const aForm = {
  type: 'modal',
  title: { type: 'plain_text', text: 'x' },
  submit: { type: 'plain_text', text: 'Go' },
  blocks: [
    {
      type: 'input',
      block_id: 'b',
      optional: true,
      label: { type: 'plain_text', text: 'x' },
      element: { type: 'plain_text_input', action_id: 'a' },
    },
  ],
}

describe('every request', () => {
  test('is signed with the secret over its real time and body', async () => {
    running = await aSandbox()
    await running.control('/command', { user: 'U01', text: 'join now' })
    const [{ headers, body } = { headers: {}, body: '' }] = running.received
    const timestamp = String(headers['x-slack-request-timestamp'])
    const digest = createHmac('sha256', TOKENS.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
    expect(headers['x-slack-signature']).toBe(`v0=${digest}`)
    expect(Math.abs(Number(timestamp) * 1000 - Date.now())).toBeLessThan(5000)
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
      command: '/mentor',
      text: 'join now',
      user_id: 'U01',
      user_name: 'ana.ruiz',
      channel_id: 'D01',
      channel_name: 'directmessage',
      team_id: 'T0SANDBOX0001',
      is_enterprise_install: 'false',
    })
  })
})

describe('an acknowledgement after three real seconds', () => {
  test('is none: the person reads operation_timeout, a form stays open', async () => {
    running = await aSandbox({ app: late })
    const { body } = await running.control('/command', { user: 'U01', text: '' })
    expect(body).toMatchObject({
      response: { text: 'The command failed with the error "operation_timeout".' },
      failed: 'http_timeout',
    })
    expect(body['ack_ms']).toBeGreaterThanOrEqual(2990)
    let trigger = ''
    running.app = async (_request, response, text) => {
      trigger = new URLSearchParams(text).get('trigger_id') ?? trigger
      response.end()
      if (text.includes('command=')) await running.api('views.open', { trigger_id: trigger, view: aForm })
    }
    const opened = await running.control<{ view: { id: string } }>('/command', { user: 'U01', text: '' })
    running.app = late
    const { body: answer } = await running.control('/submit', { user: 'U01', view_id: opened.body.view.id, values: {} })
    expect(answer).toEqual({ errors: { '': 'We had some trouble connecting. Try again?' } })
    expect((await running.control('/view?user=U01')).body).toMatchObject({ id: opened.body.view.id })
  }, 15_000)
})

test('an app that answers 500 is told to the person as dispatch_failed', async () => {
  running = await aSandbox({ app: failing })
  const { body } = await running.control('/command', { user: 'U01', text: '' })
  expect(body).toMatchObject({
    response: { text: 'The command failed with the error "dispatch_failed".' },
    failed: 'http_error',
  })
})

describe('an event that is not acknowledged', () => {
  const attempts = () =>
    running.received.map(({ headers, body }) => ({
      num: headers['x-slack-retry-num'],
      reason: headers['x-slack-retry-reason'],
      id: JSON.parse(body).event_id,
    }))

  test('comes again at once, after one minute and after five, under the same id, and then no more', async () => {
    running = await aSandbox({ app: failing })
    await running.control('/clock', { hold: true })
    await running.control('/deactivate', { user: 'U01' })
    expect(attempts().map(({ num }) => num)).toEqual([undefined, '1'])
    await running.control('/clock', { by: 'PT59S' })
    expect(attempts()).toHaveLength(2)
    await running.control('/clock', { by: 'PT1S' })
    expect(attempts()).toHaveLength(3)
    await running.control('/clock', { by: 'P1D' })
    expect(attempts().map(({ num }) => num)).toEqual([undefined, '1', '2', '3'])
    expect(attempts().at(-1)).toMatchObject({ reason: 'http_error' })
    expect(new Set(attempts().map(({ id }) => id)).size).toBe(1)
  })

  test('comes no more once it is acknowledged', async () => {
    running = await aSandbox({ app: failing })
    await running.control('/clock', { hold: true })
    await running.control('/deactivate', { user: 'U01' })
    running.app = (_request, response) => void response.end()
    await running.control('/clock', { by: 'P1D' })
    expect(attempts().map(({ num }) => num)).toEqual([undefined, '1', '2'])
  })

  test('is still owed after a crash', async () => {
    running = await aSandbox({ app: failing })
    await running.control('/clock', { hold: true })
    await running.control('/deactivate', { user: 'U01' })
    const first = attempts()
    const again = await aSandbox({ folder: running.folder })
    await running.stop()
    running = again
    await running.control('/clock', { by: 'P1D' })
    expect(attempts()).toEqual([{ num: '2', reason: 'http_error', id: first[0]?.id }])
  })
})

describe('events', () => {
  test('are told as Slack tells them', async () => {
    running = await aSandbox()
    await running.control('/arrive', { id: 'U50', name: 'Fay Moss', tz: 'Europe/Berlin' })
    expect(JSON.parse(running.received[0]?.body ?? '')).toMatchObject({
      type: 'event_callback',
      team_id: 'T0SANDBOX0001',
      event_id: 'Ev0SANDBOX000001',
      event: { type: 'team_join', user: { id: 'U50', tz: 'Europe/Berlin', deleted: false } },
      authorizations: [{ user_id: 'U0SANDBOXBOT', is_bot: true }],
    })
  })

  test('are told only where the manifest subscribes: no word of what people write', async () => {
    running = await aSandbox()
    await running.api('conversations.open', { users: 'U01,U02' })
    await running.control('/message', { user: 'U01', channel: 'G0001', text: 'between us' })
    expect(running.received).toEqual([])
    expect(running.sandbox.people.conversations('U02')[1]?.messages).toMatchObject([
      { from: 'U01', text: 'between us' },
    ])
  })

  test('say which tab of the app a person opened', async () => {
    running = await aSandbox()
    await running.control('/home?user=U01')
    await running.api('chat.postMessage', { channel: 'U01', text: 'x' })
    await running.control('/read', { user: 'U01', channel: 'D01' })
    await running.clock.idle()
    expect(running.received.map(({ body }) => JSON.parse(body).event)).toMatchObject([
      { type: 'app_home_opened', tab: 'home', user: 'U01', channel: 'D01' },
      { type: 'app_home_opened', tab: 'messages' },
    ])
  })
})
