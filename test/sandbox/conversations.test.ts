import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aSandbox, type Running } from './support/server.ts'

let running: Running
beforeEach(async () => {
  running = await aSandbox()
})
afterEach(() => running.stop())

const call = async (method: string, args: Record<string, unknown> = {}) => (await running.api(method, args)).body

describe('conversations.open', () => {
  const open = (users: string, more = {}) => call('conversations.open', { users, ...more })

  test('gives the same set of people the same conversation, whatever the order', async () => {
    const first = await open('U01,U02')
    expect(first).toMatchObject({ ok: true, channel: { id: 'G0001' } })
    expect(await open('U02,U01,U02')).toMatchObject({ channel: { id: 'G0001' }, already_open: true })
    expect(await open('U01,U02,U03')).toMatchObject({ channel: { id: 'G0002' } })
    expect(await open('U01', { return_im: true })).toMatchObject({ channel: { id: 'D01', is_im: true, user: 'U01' } })
    expect(await open('U02,U03', { prevent_creation: true })).toMatchObject({ error: 'channel_not_found' })
  })

  test('refuses who is unknown, gone or a bot, and more than eight', async () => {
    await running.control('/deactivate', { user: 'U03' })
    const errors = []
    for (const users of ['U77', 'U01,U03', 'U01,U0SANDBOXBOT', 'USLACKBOT', '', 'U1,U2,U3,U4,U5,U6,U7,U8,U9'])
      errors.push((await open(users))['error'])
    expect(errors).toEqual([
      'user_not_found',
      'user_disabled',
      'cannot_dm_bot',
      'cannot_dm_bot',
      'users_list_not_supplied',
      'too_many_users',
    ])
  })
})

describe('conversations.history', () => {
  const post = async (n: number) => {
    for (let i = 1; i <= n; i += 1) {
      const metadata = { event_type: 'delivery', event_payload: { key: `k${i}` } }
      await call('chat.postMessage', { channel: 'U01', text: `m${i}`, metadata })
      await running.control('/clock', { by: 'PT2S' })
    }
  }
  interface History {
    messages: { text: string; ts: string; metadata: object }[]
    has_more: boolean
    response_metadata?: { next_cursor: string }
  }

  test('shows at most 15, newest first, and the rest on the next page', async () => {
    await post(17)
    const { body } = await running.api<History>('conversations.history', { channel: 'D01', limit: 100 })
    expect(body.messages.map(({ text }) => text)).toEqual(Array.from({ length: 15 }, (_, i) => `m${17 - i}`))
    expect(body.has_more).toBe(true)
    const next = await running.api<History>('conversations.history', {
      channel: 'D01',
      cursor: body.response_metadata?.next_cursor,
    })
    expect(next.body).toMatchObject({ messages: [{ text: 'm2' }, { text: 'm1' }], has_more: false })
  })

  test('tells the metadata only when asked, and only what is newer than oldest', async () => {
    await post(2)
    const short = await running.api<History>('conversations.history', { channel: 'D01' })
    expect(short.body.messages[0]?.metadata).toEqual({ event_type: 'delivery' })
    const oldest = short.body.messages[1]?.ts
    const whole = await running.api<History>('conversations.history', {
      channel: 'D01',
      oldest,
      include_all_metadata: true,
    })
    expect(whole.body.messages).toMatchObject([{ text: 'm2', metadata: { event_payload: { key: 'k2' } } }])
  })

  test('needs the scope of that kind of conversation', async () => {
    await call('conversations.open', { users: 'U01,U02' })
    expect(await call('conversations.history', { channel: 'G0001' })).toMatchObject({
      error: 'missing_scope',
      needed: 'mpim:history',
    })
    await running.control('/scopes', { revoke: ['im:history'] })
    expect(await call('conversations.history', { channel: 'D01' })).toMatchObject({
      error: 'missing_scope',
      needed: 'im:history',
    })
    await running.control('/scopes', { grant: ['im:history'] })
    expect(await call('conversations.history', { channel: 'D01' })).toMatchObject({ ok: true })
  })
})

test('conversations.info needs a scope that the manifest does not ask for', async () => {
  expect(await call('conversations.info', { channel: 'D01' })).toMatchObject({
    error: 'missing_scope',
    needed: 'im:read',
  })
})
