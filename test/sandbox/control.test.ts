import { request } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import type { PeopleClient } from '../../src/sandbox/host.ts'
import { aSandbox, type Running } from './support/server.ts'

let running: Running
afterEach(() => running.stop())

/** Status of a GET with headers that fetch would not let us set. */
const statusWith = (headers: Record<string, string>, path = '/_sandbox') =>
  new Promise<number | undefined>((resolve, reject) => {
    request(`${running.origin}${path}`, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })

describe('the sandbox', () => {
  test('tells its company, its people and its clock', async () => {
    running = await aSandbox()
    const { status, body } = await running.control('')
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        company: 'sachse-2016',
        seed: 1,
        team_id: 'T0SANDBOX0001',
        transport: 'http',
        simulate: true,
        title: 'Sachse',
        about: 'Invented.',
      },
    })
    expect(body['now']).toMatch(/^2026-01-05T14:00:0/)
    const { users } = body as { users: Record<string, unknown>[] }
    expect(users[0]).toEqual({
      id: 'U01',
      name: 'Ana Ruiz',
      title: 'Estimator',
      tz: 'America/Detroit',
      level: 3,
      team: 'Estimating',
      site: 'Detroit',
      manager: null,
      is_lead: false,
      deleted: false,
      external_id: null,
    })
    expect(users.at(-1)).toMatchObject({ id: 'U09', is_lead: false })
  })

  test('answers to this machine alone', async () => {
    running = await aSandbox()
    const port = new URL(running.origin).port
    const hosts = ['localhost', `localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]
    for (const host of hosts) expect(await statusWith({ host })).toBe(200)
    for (const host of ['example.com', 'localhost.example.com', '127.0.0.1.example.com:3000', '192.168.0.7']) {
      expect(await statusWith({ host })).toBe(403)
      expect(await statusWith({ host }, '/api/auth.test')).toBe(403)
      expect(await statusWith({ host }, '/')).toBe(403)
    }
    expect(await statusWith({ host: 'localhost', origin: 'https://example.com' })).toBe(403)
    expect(await statusWith({ host: 'localhost', origin: `http://localhost:${port}` })).toBe(200)
  })

  test('leaves what is not its own to others', async () => {
    running = await aSandbox()
    running.app = (_request, response) => void response.writeHead(418).end()
    expect((await fetch(`${running.origin}/healthz`)).status).toBe(418)
  })
})

describe('a bad call', () => {
  test.each([
    ['/command', {}, '"user" must be a string.'],
    ['/command', { user: 'U77', text: 'x' }, 'Nobody here has the id U77.'],
    ['/command', { user: 'U01', text: 5 }, '"text" must be a string.'],
    ['/command', { user: 'U01', text: '', channel: 'D02' }, 'U01 is in no conversation D02.'],
    ['/command', '{', 'The body is no JSON.'],
    ['/command', '[]', 'The body must be a JSON object.'],
    ['/clock', {}, 'Give "to" (an instant), "by" (a duration such as P1M) or "hold".'],
    ['/clock', { by: 'a month' }, '"by" must be an ISO 8601 duration such as P1M or PT30M.'],
    ['/clock', { by: '-P1D' }, 'does not go back.'],
    ['/clock', { to: '2020-01-01T00:00:00Z' }, 'does not go back.'],
    ['/clock', { to: 'tomorrow' }, '"to" must be an instant such as'],
    ['/clock', { by: 'P1M', to: '2026-03-01' }, 'Give "to" or "by", not both.'],
    ['/clock', { by: 'P31Y' }, 'The clock moves at most 30 years at once.'],
    ['/clock', { hold: 'yes' }, '"hold" must be true or false.'],
    ['/company', { name: 'nowhere' }, 'There is no company nowhere.'],
    ['/company', { name: 'csv', mapping: { id: 3 } }, '"mapping" must be an object'],
    ['/company', { name: 'csv', seed: 1.5 }, '"seed" must be a whole number'],
    ['/action', { user: 'U01', action_id: 'x' }, 'Give "channel" and "ts", or "view_id".'],
    ['/action', { user: 'U01', channel: 'D01', ts: '1.1', action_id: 'x' }, 'U01 sees no message 1.1 in D01.'],
    ['/submit', { user: 'U01', view_id: 'V9', values: {} }, 'The modal V9 is not in front of U01.'],
    ['/submit', { user: 'U01', view_id: 'V9', values: { a: 1 } }, '"values" must be an object'],
    ['/submit', { user: 'U01', view_id: 'V9', files: { a: { b: { name: 'x' } } } }, 'A file needs its "text"'],
    ['/message', { user: 'U01', channel: 'D02', text: 'x' }, 'U01 is in no conversation D02.'],
    ['/message', { user: 'U01', channel: 'D01', text: 'x' }, "The app's Messages tab is read-only"],
    ['/simulate', { on: 1 }, '"on" must be true or false.'],
    ['/deactivate', { user: 'U77' }, 'Nobody here has the id U77.'],
    ['/scopes', { revoke: ['chat:write'] }, 'chat:write is not an optional scope of the manifest.'],
    ['/replay', { last: 0 }, '"last" must be a whole number'],
    ['/close', { user: 'U01', view_id: 'V9' }, 'The modal V9 is not in front of U01.'],
    ['/arrive', { id: 'U01', name: 'x' }, 'U01 is here already.'],
  ])('%s %j', async (path, body, sentence) => {
    running = await aSandbox()
    const answer = await running.control<{ error: string }>(path, body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toContain(sentence)
    expect((await running.control<{ calls: [] }>('/ledger')).body.calls).toEqual([])
    expect(running.received).toEqual([])
  })

  test('to a place or by a way that is not there says so', async () => {
    running = await aSandbox()
    expect((await running.control('/nowhere')).status).toBe(404)
    expect((await running.control('/command')).status).toBe(405)
    expect((await running.control('/ledger?since=x')).status).toBe(400)
    expect((await running.control('/conversations?user=U77')).status).toBe(400)
    expect((await running.control('/home')).status).toBe(400)
    expect((await running.control('/simulate', { on: true, colour: 'green' })).status).toBe(200)
  })
})

describe('the clock', () => {
  test('moves by calendar months of the company’s zone and keeps the time of day there', async () => {
    running = await aSandbox()
    await running.control('/clock', { hold: true })
    await running.control('/clock', { to: '2026-01-31T14:00:00Z' })
    // 09:00 in Detroit before and after summer time begins; February has no 31st.
    expect((await running.control('/clock', { by: 'P1M' })).body).toEqual({
      now: '2026-02-28T14:00:00Z',
      ticks: 0,
      sent: 0,
    })
    expect((await running.control('/clock', { by: 'P1M' })).body).toMatchObject({ now: '2026-03-28T13:00:00Z' })
    expect((await running.control('/clock', { by: 'PT1H30M' })).body).toMatchObject({ now: '2026-03-28T14:30:00Z' })
  })

  test('stands between moves when it is held, and runs otherwise', async () => {
    running = await aSandbox()
    const now = async () => Date.parse(String((await running.control('')).body['now']))
    const pause = () => new Promise((resolve) => setTimeout(resolve, 30))
    const first = await now()
    await pause()
    const second = await now()
    expect(second).toBeGreaterThan(first)
    await running.control('/clock', { hold: true })
    const third = await now()
    await pause()
    expect(await now()).toBe(third)
  })

  test('counts its leaps and what was sent, and its moves wait for each other', async () => {
    running = await aSandbox()
    await running.control('/clock', { hold: true })
    for (const hours of [1, 2, 30]) {
      void running.clock.work('sender', async () => {
        await running.clock.sleep(running.clock.now() + hours * 3_600_000)
        await running.api('chat.postMessage', { channel: 'U01', text: `${hours}` })
      })
    }
    const [one, two] = await Promise.all([
      running.control('/clock', { by: 'P1D' }),
      running.control('/clock', { by: 'P1D' }),
    ])
    expect(one.body).toMatchObject({ ticks: 2, sent: 2 })
    expect(two.body).toMatchObject({ ticks: 1, sent: 1, now: expect.stringMatching(/^2026-01-07T14:00:0/) })
  })
})

describe('loading a company', () => {
  test('tells the old workspace, starts the app anew and sets up before it is ready', async () => {
    const steps: unknown[] = []
    let isFirst = true
    const setUp = async () => {
      if (!isFirst) steps.push(['set up', (await running.control('')).status])
      isFirst = false
    }
    running = await aSandbox({
      rehearsal: { setUp },
      restart: async (sandbox) => {
        const { body } = await sandbox.api('auth.test')
        steps.push(['restart', body['team_id']])
      },
    })
    running.app = async (_request, response, body) => {
      const { team_id, event } = JSON.parse(body)
      steps.push([event.type, team_id, (await running.api('auth.test')).body['error']])
      response.end()
    }
    await running.api('chat.postMessage', { channel: 'U01', text: 'old' })
    await running.control('/faults', { method: 'auth.test', fault: 'error', count: 9 })
    await running.control('/faults', undefined, 'DELETE')
    await running.control('/faults', { method: 'chat.update', fault: 'error' })
    await running.control('/simulate', { on: false })
    await running.control('/clock', { by: 'P1Y' })
    steps.length = 0
    const { status, body } = await running.control('/company', {
      name: 'csv',
      seed: 7,
      csv: 'id\n1',
      kind: 'reverse',
      extra: 1,
    })
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { company: 'csv', seed: 7, team_id: 'T0SANDBOX0002', simulate: false },
    })
    expect(body['now']).toMatch(/^2026-01-05T14:00:0/)
    expect(steps).toEqual([
      ['app_uninstalled', 'T0SANDBOX0001', 'account_inactive'],
      ['restart', 'T0SANDBOX0002'],
      ['set up', 503],
    ])
    const { body: ledger } = await running.control<{ calls: object[] }>('/ledger')
    expect(ledger.calls).toMatchObject([{ n: 1, method: 'auth.test' }])
    expect(running.sandbox.people.conversations('U01')[0]?.messages).toEqual([])
    expect((await running.api('chat.update', { channel: 'D01', ts: '1' })).body).toMatchObject({
      error: 'message_not_found',
    })
  })

  test('sets up by the people’s own keyboard, at the same instants each time', async () => {
    const setUp = async (_company: unknown, people: PeopleClient) => {
      await people.command('U09', 'lead add @Dana Kim')
      await people.command('U08', 'people')
    }
    running = await aSandbox({ rehearsal: { setUp } })
    running.app = async (_request, response, body) => {
      response.end()
      const form = new URLSearchParams(body)
      const channel = form.get('user_id')
      if (channel) await running.api('chat.postMessage', { channel, text: `${form.get('text')}` })
    }
    const instants = []
    for (let i = 0; i < 2; i += 1) {
      await running.control('/company', { name: 'sachse-2016' })
      const { body } = await running.control<{ calls: { at: string; arguments: { text: string } }[] }>('/ledger')
      instants.push(body.calls.map((call) => [call.at, call.arguments.text]))
    }
    expect(instants[0]).toEqual([
      ['2026-01-05T14:00:00Z', 'lead add <@U08|dana.kim>'],
      ['2026-01-05T14:00:01Z', 'people'],
    ])
    expect(instants[1]).toEqual(instants[0])
    expect((await running.control('')).body).toMatchObject({ team_id: 'T0SANDBOX0003' })
  })

  test('that fails half way says why, and another company can be loaded', async () => {
    let fails = false
    const setUp = async () => {
      if (fails) throw new Error('the lead was refused')
    }
    running = await aSandbox({ rehearsal: { setUp } })
    fails = true
    expect((await running.control('/company', { name: 'sachse-2016' })).body).toEqual({ error: 'the lead was refused' })
    expect(await running.control('')).toMatchObject({
      status: 503,
      body: { error: 'The company could not be set up: the lead was refused' },
    })
    fails = false
    expect((await running.control('/company', { name: 'sachse-2016' })).body).toMatchObject({
      team_id: 'T0SANDBOX0003',
    })
  })
})

test('a replay sends the last requests again, byte for byte, with the signature they had', async () => {
  running = await aSandbox()
  await running.control('/command', { user: 'U01', text: 'one' })
  await running.control('/command', { user: 'U02', text: 'two' })
  const { body } = await running.control<{ replayed: object[] }>('/replay', { last: 2 })
  expect(body.replayed).toMatchObject([{ status: 200, failure: null }, { status: 200 }])
  const [one, two, oneAgain, twoAgain] = running.received
  expect(running.received).toHaveLength(4)
  expect([oneAgain?.body, twoAgain?.body]).toEqual([one?.body, two?.body])
  expect(oneAgain?.headers['x-slack-signature']).toBe(one?.headers['x-slack-signature'])
  expect(oneAgain?.headers['x-slack-request-timestamp']).toBe(one?.headers['x-slack-request-timestamp'])
})
