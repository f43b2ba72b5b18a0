import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createDatabase } from '../support/database.ts'
import { lookInto, type Rows } from '../support/rows.ts'
import type { Answer, Running } from '../support/running.ts'
import { PAIRED, startSmall } from '../support/small-company.ts'

/** Slack fails while a month's topics go out; afterwards everybody paired has theirs exactly once. */
const server = inject('postgres')
let app: Running
let rows: Rows | undefined
let paired: readonly string[] = []

beforeAll(async () => {
  const url = server === null ? undefined : await createDatabase(server)
  app = await startSmall(url === undefined ? {} : { DATABASE_URL: url })
  if (url !== undefined) rows = lookInto(url)
  await app.post('/clock', { to: PAIRED })
  await app.post('/simulate', { on: false })
  const kickoffs = (await posted('2026-01-21', '2026-01-23')).filter((c) => has(c, 'agreement.open'))
  paired = [...new Set(kickoffs.map((c) => c.to))].toSorted()
})
afterAll(async () => {
  await rows?.close()
  await app.stop()
})

interface Sent {
  readonly at: string
  readonly to: string
  readonly key: string
  readonly outcome: string
  readonly accepted: boolean
  readonly arguments: unknown
}

const has = (call: Sent, actionId: string): boolean => JSON.stringify(call.arguments).includes(`"${actionId}"`)

/** What Slack accepted between the two days for one person. */
async function posted(from: string, to: string): Promise<readonly Sent[]> {
  const { calls } = await app.get<{ calls: readonly Sent[] }>('/ledger?since=0&method=chat.postMessage')
  return calls.filter((c) => c.accepted && c.to !== null && c.at >= from && c.at < to)
}

const disarm = () => fetch(`${app.origin}/_sandbox/faults`, { method: 'DELETE' })

/** One prompt morning under that fault, and a quiet day after it. @returns who got the topic, sorted */
async function morning(day: string, fault: Record<string, unknown>): Promise<readonly string[]> {
  await app.post('/clock', { to: `${day}T12:00:00Z` })
  await app.post('/faults', { method: 'chat.postMessage', seed: 7, ...fault })
  await app.post('/clock', { by: 'PT6H' })
  await disarm()
  await app.post('/clock', { by: 'P2D' })
  const sent = (await posted(day, `${day.slice(0, 8)}09`)).filter((c) => paired.includes(c.to))
  const topics = day < '2026-09' ? sent.filter((c) => has(c, 'topic.other')) : sent
  expect(new Set(topics.map((c) => c.key)).size).toBe(topics.length)
  return topics.map((c) => c.to).toSorted()
}

test('four pairs are there to be prompted', () => {
  expect(paired).toHaveLength(8)
})

describe('exactly one topic each', () => {
  test.each([
    ['2026-02-02', { fault: 'drop-before', rate: 0.5 }],
    ['2026-03-02', { fault: 'drop-after', rate: 0.5 }],
    ['2026-04-01', { fault: 'status-500', count: 3 }],
    ['2026-05-01', { fault: 'accepted-500', count: 4 }],
    ['2026-06-01', { fault: 'status-429', count: 2, retry_after: 120 }],
    ['2026-07-01', { fault: 'error', count: 3 }],
    ['2026-08-03', { fault: 'late', count: 3, delay_ms: 20_000 }],
    ['2026-09-01', { fault: 'slow', count: 3, delay_ms: 200 }],
  ])('%s: %j', async (day, fault) => {
    expect(await morning(day, fault)).toEqual(paired)
  })
})

test('a button of thirteen months ago says that its time is over, and changes nothing', async () => {
  const [user = ''] = paired
  const old = (await app.messages(user)).find(
    (m) => m.at.startsWith('2026-02') && JSON.stringify(m.blocks).includes('"check_in.met"'),
  )
  expect(old).toBeDefined()
  await app.post('/clock', { to: '2027-03-30T15:00:00Z' })
  const before = await rows?.counts()
  const click = { user, channel: old?.channel, ts: old?.ts, action_id: 'check_in.met' }
  const answer = await app.post<Answer>('/action', click)
  expect(await rows?.counts()).toEqual(before)
  const redrawn = (await app.messages(user)).find((m) => m.ts === old?.ts)
  const shown = JSON.stringify([answer.response, redrawn?.blocks])
  expect(shown).toMatch(/closed|over|past|ended|too late/u)
  expect(shown).not.toContain('reference')
})
