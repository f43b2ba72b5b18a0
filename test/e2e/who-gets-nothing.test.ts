import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createDatabase } from '../support/database.ts'
import type { Running } from '../support/running.ts'
import { PAIRED, type Status, startSmall } from '../support/small-company.ts'

const server = inject('postgres')
let app: Running
let lead = ''

beforeAll(async () => {
  app = await startSmall(server === null ? {} : { DATABASE_URL: await createDatabase(server) })
  lead = (await app.get<Status>('')).users.find((u) => u.is_lead)?.id ?? ''
  await app.post('/clock', { to: PAIRED })
  await app.post('/simulate', { on: false })
})
afterAll(async () => app.stop())

const sentTo = async (user: string, since: string) =>
  (await app.ledger('chat.postMessage')).filter((c) => c.to === user && c.at >= since)
const pairedPeople = async (): Promise<readonly string[]> => {
  const people = (await app.ledger('chat.postMessage')).filter((c) => c.at >= '2026-01-21' && c.to !== null)
  return [...new Set(people.map((c) => c.to ?? ''))].filter((id) => id !== lead).toSorted()
}

test('whoever has left the company gets nothing any more', async () => {
  const [gone] = await pairedPeople()
  if (gone === undefined) throw new Error('nobody is paired')
  const since = (await app.get<Status>('')).now
  await app.post('/deactivate', { user: gone })
  await app.post('/clock', { to: '2026-02-06T22:00:00Z' })
  expect(await sentTo(gone, since)).toEqual([])
  const others = (await app.ledger('chat.postMessage')).filter((c) => c.at.startsWith('2026-02-02'))
  expect(others.length).toBeGreaterThanOrEqual(6)
})

test('without im:history a lost answer stays in doubt, is shown, and is never sent again', async () => {
  await app.post('/scopes', { revoke: ['im:history'] })
  await app.post('/clock', { to: '2026-03-02T12:00:00Z' })
  await app.post('/faults', { method: 'chat.postMessage', fault: 'drop-after', count: 2 })
  await app.post('/clock', { to: '2026-03-06T22:00:00Z' })
  const prompts = (await app.ledger('chat.postMessage')).filter((c) => c.at.startsWith('2026-03-02') && c.accepted)
  expect(new Set(prompts.map((c) => c.key)).size).toBe(prompts.length)
  expect(prompts.filter((c) => c.outcome === 'drop-after')).toHaveLength(2)
  const health = JSON.stringify((await app.command(lead, 'health')).response)
  expect(health).toMatch(/doubt/iu)
  expect(health).toMatch(/\b2\b/u)
})
