import { request } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
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

test('a move until somebody is written to ends a minute after that, and says whether it came', async () => {
  running = await aSandbox()
  await running.control('/clock', { hold: true })
  const send = (channel: string, seconds: number) =>
    void running.clock.work(channel, async () => {
      await running.clock.sleep(Date.parse('2026-01-05T14:00:00Z') + seconds * 1000)
      await running.api('chat.postMessage', { channel, text: 'A prompt' })
    })
  send('U02', 3600)
  send('U01', 7200)
  send('U02', 7210)
  send('U02', 7300)
  const until = (user: string) => running.control('/clock', { by: 'P1D', until: user })
  expect((await until('U01')).body).toEqual({ now: '2026-01-05T16:01:00Z', ticks: 3, sent: 3, heard: true })
  expect((await until('U01')).body).toEqual({ now: '2026-01-06T16:01:00Z', ticks: 1, sent: 1, heard: false })
  expect((await until('U99')).body).toEqual({ error: 'Nobody here has the id U99.' })
  expect((await running.control('/clock', { until: 'U01' })).status).toBe(400)
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
