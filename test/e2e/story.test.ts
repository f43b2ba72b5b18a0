import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillWithDatabase } from '../support/embedded.ts'
import { aFolder } from '../support/folder.ts'
import { type Answer, type Running, start } from '../support/running.ts'

/**
 * The life of a program, as the people of a company live it: the first file to read. Everything here goes through the
 * documented control API, so through Slack's protocol, Bolt, the rules and the database.
 */
let app: Running
interface Status {
  readonly team_id: string
  readonly now: string
  readonly users: readonly {
    readonly id: string
    readonly name: string
    readonly is_lead: boolean
    readonly level: number
    readonly manager: string | null
    readonly team: string
  }[]
}
let status: Status
let lead = ''
let ana = ''

beforeAll(async () => {
  app = await start({}, await fillWithDatabase(aFolder()))
  status = await app.get<Status>('')
  lead = status.users.find((u) => u.is_lead)?.id ?? ''
  ana = status.users.find((u) => !u.is_lead)?.id ?? ''
})
afterAll(async () => app.stop())

const textOf = (shown: unknown) => JSON.stringify(shown)
const values = (answer: Answer): Record<string, unknown> => answer.view ?? {}

test('an invented company of 170 people is there on a Monday morning, its program open and nobody in it', async () => {
  expect(status.users).toHaveLength(170)
  expect(status.now.slice(0, 13)).toBe('2026-01-05T14')
  const report = await app.command(lead, 'report')
  expect(report.response?.text).toContain('0 of')
})

test('Ana joins: a form, a conduct note, and an answer that says what happens next', async () => {
  const asked = await app.command(ana, 'join')
  expect(asked.ack_ms).toBeLessThan(3_000)
  expect(values(asked)).toMatchObject({ callback_id: 'join' })
  const joined = await app.post<Record<string, unknown>>('/submit', {
    user: ana,
    view_id: asked.view?.id,
    values: { offers: { skills: ['new-peoples-eyes'] }, wants: { skills: ['strategy'] } },
  })
  expect(textOf(joined)).toContain('Tuesday, 20 January')
  const again = await app.command(ana, 'join')
  expect(textOf(again)).toContain('already')
  expect((await app.command(ana, 'status')).response?.text).toBeTruthy()
})

test('a stranger gets no report', async () => {
  const refused = await app.command(ana, 'report')
  expect(refused.response?.text).toContain('people who lead')
})

test('in two weeks others join, and on the day after the last the round is proposed to the lead alone', async () => {
  await app.post('/clock', { to: '2026-01-20T14:00:01Z' })
  const proposed = (await app.messages(lead)).findLast((m) => m.text.includes('to read and publish'))
  expect(proposed?.at.slice(0, 16)).toBe('2026-01-20T14:00')
  expect(textOf(proposed?.blocks)).toContain('Publish')
  const toAna = (await app.messages(ana)).filter((m) => !m.ephemeral)
  expect(toAna.filter((m) => m.at >= '2026-01-20')).toEqual([])
})

test('the lead publishes once; a second click changes nothing and says so', async () => {
  const before = (await app.ledger('chat.postMessage')).length
  const first = await app.press(lead, 'round.publish')
  expect(textOf(first)).not.toContain('published already')
  const redrawn = (await app.messages(lead)).findLast((m) => m.text.includes('published'))
  expect(redrawn?.text).toMatch(/^\d+ pairs are published$/u)
  await app.post('/clock', { by: 'P2D' })
  expect((await app.ledger('chat.postMessage')).length).toBeGreaterThan(before)
})

test('every pair is introduced to both, then each gets the kickoff in their own conversation', async () => {
  const opened = (await app.ledger('conversations.open')).filter((c) => c.accepted)
  expect(opened.length).toBeGreaterThan(5)
  const kickoffs = (await app.ledger('chat.postMessage')).filter(
    (c) => c.accepted && c.at.startsWith('2026-01-21') && c.to !== null,
  )
  expect(kickoffs.length).toBeGreaterThanOrEqual(10)
})

test('on the first working day of each month everybody paired gets the topic once, at nine', async () => {
  await app.post('/clock', { to: '2026-02-02T15:00:00Z' })
  const posts = (await app.ledger('chat.postMessage')).filter((c) => c.accepted)
  const prompts = posts.filter((c) => String(c.arguments['text']).startsWith('February:'))
  expect(prompts.length).toBeGreaterThanOrEqual(20)
  expect(new Set(prompts.map((c) => c.to)).size).toBe(prompts.length)
  expect(prompts.filter((c) => !c.at.startsWith('2026-02-02T14:0'))).toEqual([])
})

/** By then the contacts have been asked and told; what they get for their office counts against nobody's day. */
const setUp = '2026-01-06'

test('a year goes by; no message was sent twice, nobody got more than two a day', async () => {
  await app.post('/clock', { to: '2027-01-05T14:00:00Z' })
  const posts = (await app.ledger('chat.postMessage')).filter((c) => c.accepted)
  const keys = posts.map((c) => c.key)
  expect(new Set(keys).size).toBe(keys.length)
  const aDay = Map.groupBy(
    posts.filter((c) => c.to !== null && c.to !== lead && c.at > setUp),
    (c) => `${c.to} ${c.at.slice(0, 10)}`,
  )
  expect([...aDay.values()].filter((calls) => calls.length > 2)).toEqual([])
  expect(posts.length).toBeGreaterThan(300)
})

test('the report gives an honest range within what programs see', async () => {
  await app.command(lead, 'report')
  const report = (await app.messages(lead)).findLast((m) => m.text.startsWith('Report:'))
  const text = textOf(report?.blocks)
  for (const row of ['Joined', 'Paired', 'Waiting', 'Met', 'Answers', 'Worth', 'Delivery'])
    expect(text).toContain(`"${row}"`)
  const met = /between (\d+) and (\d+)%/u.exec(text)
  expect(Number(met?.[1])).toBeGreaterThanOrEqual(40)
  expect(Number(met?.[2])).toBeLessThanOrEqual(100)
  expect(text).toMatch(/[345]\.\d of 5/u)
})
