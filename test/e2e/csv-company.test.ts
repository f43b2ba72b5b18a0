import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createDatabase } from '../support/database.ts'
import type { Running } from '../support/running.ts'
import { startSmall, type Status } from '../support/small-company.ts'

const CSV = path.resolve(import.meta.dirname, '../data/ibm-hr-attrition.csv')

const server = inject('postgres')
let app: Running
beforeAll(async () => {
  app = await startSmall(server === null ? {} : { DATABASE_URL: await createDatabase(server) })
})
afterAll(async () => app.stop())

test('1,470 people whom nobody invented here: imported, invited, paired, prompted and reported', async () => {
  const mapping = { id: 'EmployeeNumber', level: 'JobLevel', team: 'Department' }
  const began = performance.now()
  const lap = (what: string) => console.info(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  const status = await app.post<Status>('/company', {
    name: 'csv',
    csv: readFileSync(CSV, 'utf8'),
    mapping,
    kind: 'reverse',
  })
  expect(status.users).toHaveLength(1_470)
  lap('1,470 people are set up')
  const lead = status.users.find((u) => u.is_lead)?.id ?? ''
  await app.post('/clock', { to: '2026-01-22T22:00:00Z' })
  const published = (await app.messages(lead)).findLast((m) => m.text.endsWith('pairs are published'))
  const pairs = Number(/^\d+/u.exec(published?.text ?? '')?.[0])
  expect(pairs).toBeGreaterThan(60)
  lap(`${pairs} pairs are published`)
  await app.post('/clock', { to: '2026-02-28T22:00:00Z' })
  lap('a prompt month has passed')
  const posts = (await app.ledger('chat.postMessage')).filter((c) => c.accepted)
  const keys = posts.map((c) => c.key)
  expect(new Set(keys).size).toBe(keys.length)
  const morning = posts.filter((c) => c.to !== null && c.at.startsWith('2026-02-02T14'))
  expect(new Set(morning.map((c) => c.to)).size).toBeGreaterThanOrEqual(2 * pairs)
  await app.command(lead, 'report')
  const report = (await app.messages(lead)).findLast((m) => m.text.startsWith('Report:'))
  expect(JSON.stringify(report?.blocks)).toContain('of 1470')
  lap('and reported')
})
