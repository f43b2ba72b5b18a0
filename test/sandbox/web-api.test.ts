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
