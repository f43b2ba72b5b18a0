import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aSandbox, TOKENS, type Running } from './support/server.ts'

let running: Running
beforeEach(async () => {
  running = await aSandbox()
})
afterEach(() => running.stop())

const call = async (method: string, args: Record<string, unknown> = {}) => (await running.api(method, args)).body

describe('every method', () => {
  test('answers 200 and unknown_method where there is none', async () => {
    const { status, body } = await running.api('chat.shout')
    expect({ status, body }).toMatchObject({ status: 200, body: { ok: false, error: 'unknown_method' } })
  })

  test('asks for the right token', async () => {
    const errors = await Promise.all(
      ['', 'xoxb-wrong', TOKENS.app].map(async (token) => (await running.api('auth.test', {}, token)).body['error']),
    )
    expect(errors).toEqual(['not_authed', 'invalid_auth', 'not_allowed_token_type'])
    expect((await running.api('apps.connections.open', {}, TOKENS.bot)).body).toMatchObject({
      error: 'not_allowed_token_type',
    })
    expect((await running.api('apps.connections.open', {}, TOKENS.app)).body['url']).toMatch(
      /^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=/,
    )
  })

  test('tells the scopes in its headers, and takes JSON as well as a form', async () => {
    const { headers } = await running.api('users.info', { user: 'U01' })
    expect(headers.get('x-oauth-scopes')).toContain('im:history')
    expect(headers.get('x-accepted-oauth-scopes')).toBe('users:read')
    const response = await fetch(`${running.origin}/api/chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKENS.bot}`, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ channel: 'U01', text: 'x', blocks: [{ type: 'divider' }] }),
    })
    expect(await response.json()).toMatchObject({
      ok: true,
      message: { blocks: [{ type: 'divider', block_id: 'b0' }] },
    })
  })
})

describe('auth.test', () => {
  test('tells who and where', async () => {
    expect(await call('auth.test')).toMatchObject({
      ok: true,
      team_id: 'T0SANDBOX0001',
      user_id: 'U0SANDBOXBOT',
      bot_id: 'B0SANDBOXBOT',
      team: 'Sachse',
    })
  })
})

interface Members {
  members: Record<string, unknown>[]
  response_metadata: { next_cursor: string }
}

describe('users', () => {
  test('are listed in pages, Slackbot and the bot among them though the control API knows neither', async () => {
    const ids: unknown[] = []
    let cursor = ''
    do {
      const { body } = await running.api<Members>('users.list', { limit: 3, cursor })
      expect(body.members.length).toBeLessThanOrEqual(3)
      ids.push(...body.members.map(({ id }) => id))
      cursor = body.response_metadata.next_cursor
    } while (cursor !== '')
    expect(ids).toEqual(['U01', 'U02', 'U03', 'U08', 'U09', 'USLACKBOT', 'U0SANDBOXBOT'])
    const { body } = await running.control<{ users: { id: string }[] }>('')
    expect(body.users.map(({ id }) => id)).toEqual(['U01', 'U02', 'U03', 'U08', 'U09'])
    expect(await call('users.list', { cursor: 'nonsense' })).toMatchObject({ error: 'invalid_cursor' })
  })

  test('look like Slack’s', async () => {
    expect(await call('users.info', { user: 'U02' })).toMatchObject({
      user: {
        id: 'U02',
        team_id: 'T0SANDBOX0001',
        name: 'bo.lind',
        real_name: 'Bo Lind',
        tz: 'Europe/Berlin',
        tz_offset: 3600,
        is_bot: false,
        is_admin: false,
        profile: { title: 'Estimator', email: 'u02@example.com' },
      },
    })
    const owner = await running.api<{ user: Record<string, unknown> }>('users.info', {
      user: 'U09',
      include_locale: true,
    })
    expect(owner.body.user).toMatchObject({ is_owner: true, is_admin: true, locale: 'en-US' })
    const plain = await running.api<{ user: Record<string, unknown> }>('users.info', { user: 'U09' })
    expect(plain.body.user).not.toHaveProperty('locale')
    expect(plain.body.user).not.toHaveProperty('level')
    const listed = await running.api<Members>('users.list')
    expect(listed.body.members.find(({ id }) => id === 'USLACKBOT')).toMatchObject({ is_bot: false })
    expect(await call('users.info', { user: 'U77' })).toMatchObject({ error: 'user_not_found' })
  })

  test('keep their address to themselves without its scope, and are gone when they left', async () => {
    await running.control('/scopes', { revoke: ['users:read.email'] })
    const { body } = await running.api<{ user: { profile: object } }>('users.info', { user: 'U02' })
    expect(body.user.profile).not.toHaveProperty('email')
    await running.control('/deactivate', { user: 'U02' })
    const gone = await running.api<{ user: object }>('users.info', { user: 'U02' })
    expect(gone.body.user).toMatchObject({ deleted: true })
    expect(gone.body.user).not.toHaveProperty('tz')
  })
})

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

describe('chat', () => {
  test('posts to a person or a conversation, edits and deletes its own', async () => {
    const metadata = { event_type: 'delivery', event_payload: { key: 'k-1' } }
    const { body } = await running.api<{ ts: string }>('chat.postMessage', { channel: 'U01', text: 'Hello', metadata })
    expect(body).toMatchObject({ ok: true, channel: 'D01', ts: expect.stringMatching(/^17676216\d\d\.\d{6}$/) })
    expect(await call('chat.update', { channel: 'D01', ts: body.ts, text: 'Hello again' })).toMatchObject({ ok: true })
    const [im] = running.sandbox.people.conversations('U01')
    expect(im?.messages).toMatchObject([{ text: 'Hello again', metadata }])
    expect(await call('chat.delete', { channel: 'D01', ts: body.ts })).toMatchObject({ ok: true })
    expect(running.sandbox.people.conversations('U01')[0]?.messages).toEqual([])
    expect(await call('chat.update', { channel: 'D01', ts: body.ts, text: 'x' })).toMatchObject({
      error: 'message_not_found',
    })
  })

  test.each([
    ['nothing', { channel: 'U01' }, 'no_text'],
    ['nowhere', { channel: 'C0', text: 'x' }, 'channel_not_found'],
    [
      '51 blocks',
      { channel: 'U01', text: 'x', blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) },
      'invalid_blocks',
    ],
    ['blocks that are no JSON', { channel: 'U01', text: 'x', blocks: '[{' }, 'invalid_blocks_format'],
    [
      '20,000 characters of blocks',
      {
        channel: 'U01',
        text: 'x',
        blocks: Array.from({ length: 7 }, () => ({
          type: 'section',
          text: { type: 'mrkdwn', text: 'x'.repeat(3000) },
        })),
      },
      'msg_blocks_too_long',
    ],
    [
      'metadata without a payload',
      { channel: 'U01', text: 'x', metadata: { event_type: 'a' } },
      'invalid_metadata_format',
    ],
  ])('refuses %s', async (_name, args, error) => {
    expect(await call('chat.postMessage', args)).toMatchObject({ ok: false, error })
    expect(running.sandbox.people.conversations('U01')[0]?.messages).toEqual([])
  })

  test('names the broken rule with its place', async () => {
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }]
    expect(await call('chat.postMessage', { channel: 'U01', text: 'x', blocks })).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: { messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'] },
    })
  })

  test('an edit of more than 4,000 characters is too long, a new message is cut at 40,000', async () => {
    const { body } = await running.api<{ ts: string; message: { text: string } }>('chat.postMessage', {
      channel: 'U01',
      text: 'x'.repeat(40_001),
    })
    expect(body.message.text).toHaveLength(40_000)
    expect(await call('chat.update', { channel: 'D01', ts: body.ts, text: 'x'.repeat(4001) })).toMatchObject({
      error: 'msg_too_long',
    })
  })

  test('an ephemeral message is seen by its one person', async () => {
    await call('conversations.open', { users: 'U01,U02' })
    expect(await call('chat.postEphemeral', { channel: 'G0001', user: 'U01', text: 'psst' })).toMatchObject({
      ok: true,
    })
    expect(running.sandbox.people.conversations('U01')[1]?.messages).toMatchObject([{ text: 'psst', ephemeral: true }])
    expect(running.sandbox.people.conversations('U02')[1]?.messages).toEqual([])
    expect(await call('chat.postEphemeral', { channel: 'G0001', user: 'U03', text: 'x' })).toMatchObject({
      error: 'user_not_in_channel',
    })
  })

  test('a person’s message cannot be edited by the app', async () => {
    await call('conversations.open', { users: 'U01,U02' })
    await running.control('/message', { user: 'U01', channel: 'G0001', text: 'mine' })
    const ts = running.sandbox.people.conversations('U01')[1]?.messages[0]?.ts
    expect(await call('chat.update', { channel: 'G0001', ts, text: 'x' })).toMatchObject({
      error: 'cant_update_message',
    })
    expect(await call('chat.delete', { channel: 'G0001', ts })).toMatchObject({ error: 'cant_delete_message' })
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
