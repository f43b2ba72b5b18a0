import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type ChildApp, spawnApp, startOn } from '../support/child-app.ts'
import { createDatabase } from '../support/database.ts'
import { fillWithDatabase } from '../support/embedded.ts'
import { aFolder } from '../support/folder.ts'

/** What a person at a terminal reads when the app cannot start, and how fast. */
const EX_CONFIG = 78
const database = inject('postgres')
const root = aFolder()
const folder = (name: string): string => path.join(root, name)
let running: ChildApp
let origin: string
let slack: Server

beforeAll(async () => {
  const { child, app } = await startOn(root)
  running = child
  origin = app.origin
  slack = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok": false, "error": "invalid_auth"}')
  })
  await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  running.kill('SIGTERM')
  await running.ended
  slack.close()
})

async function refused(env: Record<string, string>): Promise<{ code: number | null; said: string; ms: number }> {
  const began = performance.now()
  const child = spawnApp({ LOG_LEVEL: 'error', ...env }, root)
  const code = await child.ended
  return { code, said: child.said().trim(), ms: performance.now() - began }
}

test('without any setting the sandbox comes up and says where it is', () => {
  expect(running.said()).toContain(`Vice Versa is ready in a Slack on this machine: ${origin}`)
})

test('a folder in use: refused no two seconds later than a wrong setting, naming who holds it', async () => {
  const wrong = await refused({ PORT: '70000' })
  const { code, said, ms } = await refused({ DATA_DIR: root, PORT: '0' })
  expect(code).toBe(EX_CONFIG)
  expect(said).toMatch(/^DATA_DIR: .* is in use by process \d+ on \S+$/u)
  expect(ms - wrong.ms).toBeLessThan(2_000)
})

test.skipIf(database === null)('a folder in use, with a database elsewhere: refused too', async () => {
  const url = await createDatabase(database ?? '')
  const { code, said } = await refused({
    DATA_DIR: root,
    PORT: '0',
    DATABASE_URL: url,
    ENCRYPTION_KEY: 'cd'.repeat(32),
  })
  expect(code).toBe(EX_CONFIG)
  expect(said).toMatch(/^DATA_DIR: .* is in use by process \d+ on \S+$/u)
})

test('a port in use: refused, naming it', async () => {
  const { code, said } = await refused({ DATA_DIR: await fillWithDatabase(folder('port')), PORT: new URL(origin).port })
  expect(code).toBe(EX_CONFIG)
  expect(said).toBe(`PORT: ${new URL(origin).port} is in use by another program; set another, or 0 for a free one`)
})

test('tokens that Slack refuses: the setting is named, its value is not', async () => {
  const { port } = slack.address() as AddressInfo // it listens
  const token = 'xoxb-1111111111-not-a-real-one'
  const { code, said } = await refused({
    DATA_DIR: await fillWithDatabase(folder('tokens')),
    PORT: '0',
    SLACK_BOT_TOKEN: token,
    SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
    SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
    ENCRYPTION_KEY: 'cd'.repeat(32),
  })
  expect(code).toBe(EX_CONFIG)
  expect(said).toMatch(/^SLACK_BOT_TOKEN: /u)
  expect(said.split('\n')).toHaveLength(1)
  expect(said).not.toContain(token)
})

test('settings that are wrong: all of them at once, one line each', async () => {
  const { code, said } = await refused({
    DATA_DIR: folder('settings'),
    PORT: '70000',
    LOG_LEVEL: 'loud',
    SANDBOX_TRANSPORT: 'pigeon',
  })
  expect(code).toBe(EX_CONFIG)
  const lines = said.split('\n').map((line) => line.split(':')[0])
  expect(lines).toHaveLength(3)
  expect(new Set(lines)).toEqual(new Set(['LOG_LEVEL', 'PORT', 'SANDBOX_TRANSPORT']))
})

test('a stop asked for ends with 0 and leaves the folder free for the next start', async () => {
  running.kill('SIGTERM')
  expect(await running.ended).toBe(0)
  const { child, app } = await startOn(root)
  running = child
  expect((await fetch(`${app.origin}/_sandbox`)).status).toBe(200)
})
