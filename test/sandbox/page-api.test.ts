import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aSandbox, type Running } from './support/server.ts'

let running: Running
beforeEach(async () => {
  running = await aSandbox()
})
afterEach(() => running.stop())

const unread = async () => (await running.control('/unread')).body

describe('for the page', () => {
  test('its own files come fresh, may load nothing from elsewhere, and nothing else is served', async () => {
    running.app = (_request, response) => void response.writeHead(404).end()
    const index = await fetch(running.origin)
    expect(index.status).toBe(200)
    expect(index.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(index.headers.get('cache-control')).toBe('no-store')
    expect(index.headers.get('content-security-policy')).toContain("default-src 'self'")
    for (const path of [
      '/page/../sandbox.ts',
      '/page/..%2fsandbox.ts',
      '/page/%2e%2e/host.ts',
      '/page/tsconfig.json',
      '/page/none.js',
    ]) {
      expect((await fetch(`${running.origin}${path}`)).status).toBe(404)
    }
  })

  test('what is unread is counted until it is read, for everybody in the conversation', async () => {
    await running.api('conversations.open', { users: 'U01,U02' })
    await running.api('chat.postMessage', { channel: 'G0001', text: 'both' })
    await running.api('chat.postMessage', { channel: 'U01', text: 'one' })
    await running.api('chat.postEphemeral', { channel: 'D01', user: 'U01', text: 'not counted' })
    expect(await unread()).toEqual({ U01: 2, U02: 1 })
    await running.control('/read', { user: 'U01', channel: 'G0001' })
    expect(await unread()).toEqual({ U01: 1, U02: 1 })
    expect((await running.control('/read', { user: 'U03', channel: 'G0001' })).status).toBe(400)
  })

  test('commands, companies and the days on which something was sent', async () => {
    expect((await running.control('/commands')).body).toEqual([
      { command: '/mentor', description: 'Try', usage_hint: '[join]' },
    ])
    expect((await running.control('/companies')).body).toEqual([
      { name: 'sachse-2016', title: 'Sachse', about: 'Invented.', size: 5 },
    ])
    await running.api('chat.postMessage', { channel: 'U01', text: 'x' })
    await running.control('/clock', { by: 'P40D' })
    await running.api('chat.postMessage', { channel: 'U01', text: 'x' })
    expect((await running.control('/moments')).body).toEqual(['2026-01-05T00:00:00Z', '2026-02-14T00:00:00Z'])
    expect((await running.control('/moments?from=2026-02-01&to=2026-12-31')).body).toEqual(['2026-02-14T00:00:00Z'])
  })

  test('what travelled in both directions', async () => {
    await running.control('/command', { user: 'U01', text: 'join' })
    await running.api('chat.postMessage', { channel: 'U01', text: 'x' })
    const { body } = await running.control<{ n: number }[]>('/traffic?since=0')
    expect(body).toMatchObject([
      { n: 1, direction: 'to-app', what: '/mentor join', user: 'U01', outcome: 'ok', body: { text: 'join' } },
      { n: 2, direction: 'to-slack', what: 'chat.postMessage', outcome: 'ok', body: { text: 'x' } },
    ])
    expect((await running.control('/traffic?since=1&limit=5')).body).toMatchObject([{ n: 2 }])
    expect((await running.control('/traffic?since=0&limit=1')).body).toMatchObject([{ n: 2 }])
  })

  test('the stream tells at once, after a change, and the progress of a move', async () => {
    const response = await fetch(`${running.origin}/_sandbox/stream`)
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const frames: Record<string, unknown>[] = []
    const reading = (async () => {
      for await (const chunk of response.body ?? []) {
        const data = Buffer.from(chunk)
          .toString('utf8')
          .split('\n')
          .filter((line) => line.startsWith('data: '))
        frames.push(...data.map((line) => JSON.parse(line.slice(6))))
      }
    })().catch(() => undefined)
    const until = async (seen: () => boolean) => {
      for (let i = 0; i < 500 && !seen(); i += 1) await new Promise((resolve) => setTimeout(resolve, 20))
      expect(seen()).toBe(true)
    }
    await until(() => frames.length === 1)
    expect(frames[0]).toMatchObject({ ledger: 0, inbound: 0, moving: null, company: 'sachse-2016', ready: true })
    for (let i = 0; i < 5; i += 1) await running.api('users.info', { user: 'U01' })
    await until(() => frames.at(-1)?.['ledger'] === 5)
    expect(frames.length).toBeLessThan(5)
    void running.clock.work('slow', async () => {
      await running.clock.sleep(running.clock.now() + 3_600_000)
      await new Promise((resolve) => setTimeout(resolve, 400))
    })
    await running.control('/clock', { by: 'P1D' })
    await until(() => frames.some(({ moving }) => moving !== null) && frames.at(-1)?.['moving'] === null)
    const [moving] = frames.flatMap((frame) => (frame['moving'] === null ? [] : [frame['moving']]))
    expect(moving).toMatchObject({
      from: expect.stringMatching(/^2026-01-05/),
      to: expect.stringMatching(/^2026-01-06/),
    })
    await running.sandbox.stop()
    await reading
    running = await aSandbox({ folder: running.folder })
  })
})
