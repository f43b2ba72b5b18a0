import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createDatabase } from '../support/database.ts'
import { lookInto, type Rows } from '../support/rows.ts'
import type { Running } from '../support/running.ts'
import { startSmall, type Status } from '../support/small-company.ts'

const server = inject('postgres')
let app: Running
let rows: Rows | undefined

beforeAll(async () => {
  const url = server === null ? undefined : await createDatabase(server)
  app = await startSmall(url === undefined ? {} : { DATABASE_URL: url })
  if (url !== undefined) rows = lookInto(url)
})
afterAll(async () => {
  await rows?.close()
  await app.stop()
})

const load = (name: string, seed = 1) => app.post<Status>('/company', { name, seed })
const counter = (status: Status): number => Number(status.team_id.replace('T0SANDBOX', ''))

test('two loads in a row: a new workspace each time, 503 meanwhile, and nothing of the old one in any table', async () => {
  const before = await app.get<Status>('')
  const loading = load('everyone-guides')
  const waiting = await statusesUntil(loading)
  const first = await loading
  expect(waiting).toContain(503)
  expect(first.users).toHaveLength(60)
  const second = await load('everyone-guides', 2)
  expect([counter(first), counter(second)]).toEqual([counter(before) + 1, counter(before) + 2])
  expect(second.now.slice(0, 16)).toBe('2026-01-05T14:00')
  if (!rows) return
  for (const gone of [before, first]) {
    const left = Object.entries(await rows.ofWorkspace(gone.team_id)).filter(([, count]) => count > 0)
    expect(left).toEqual([])
  }
  expect((await rows.ofWorkspace(second.team_id)).person).toBeGreaterThanOrEqual(60)
})

/** What GET /_sandbox answers until the company is there. */
async function statusesUntil(loading: Promise<unknown>): Promise<readonly number[]> {
  let isLoading = true
  void loading.finally(() => {
    isLoading = false
  })
  const seen: number[] = []
  while (isLoading) seen.push((await fetch(`${app.origin}/_sandbox`)).status)
  return seen
}

test('a company of 1,600 in twelve zones is set up too', async () => {
  const status = await load('ge-1999')
  expect(status.users).toHaveLength(1_600)
  const lead = status.users.find((u) => u.is_lead)?.id ?? ''
  expect((await app.command(lead, 'report')).response?.text).toContain('0 of 1600')
})

// a year of sachse-2016 is the story
test.each([
  ['pwc-2014', 300],
  ['caterpillar', 120],
  ['reciprocal-lab', 80],
  ['lilly-2015', 200],
  ['everyone-guides', 60],
])('%s: %i people, and a lively prompt month after its set-up', async (name, size) => {
  const status = await load(name)
  expect(status.users).toHaveLength(size)
  const lead = status.users.find((u) => u.is_lead)?.id ?? ''
  await app.post('/clock', { to: '2026-02-21T00:00:00Z' })
  const posts = await app.ledger('chat.postMessage')
  expect(posts.filter((c) => c.outcome !== 'ok')).toEqual([])
  const keys = posts.map((c) => c.key)
  expect(new Set(keys).size).toBe(keys.length)
  const published = (await app.messages(lead)).map((m) => /^(\d+) pairs are published$/u.exec(m.text)?.[1])
  const pairs = Number(published.find((n) => n !== undefined))
  expect(pairs).toBeGreaterThanOrEqual(5)
  expect(await withButton('topic.other', '2026-02-02')).toBeGreaterThanOrEqual(2 * pairs)
  await app.command(lead, 'report')
  const report = (await app.messages(lead)).findLast((m) => m.text.startsWith('Report:'))
  expect(JSON.stringify(report?.blocks)).toContain(`${pairs} pair`)
})

interface Sent {
  readonly at: string
  readonly arguments: unknown
}

async function withButton(actionId: string, day: string): Promise<number> {
  const { calls } = await app.get<{ calls: readonly Sent[] }>('/ledger?since=0&method=chat.postMessage')
  return calls.filter((c) => c.at.startsWith(day) && JSON.stringify(c.arguments).includes(actionId)).length
}
