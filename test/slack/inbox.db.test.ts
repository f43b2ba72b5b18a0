import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { finish, forgetInbox, receive } from '../../src/slack/store.ts'
import { freshDatabase, testDeps } from '../support/database.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const DAY_MS = 86_400_000
const first = Date.UTC(2026, 0, 5)

test('what came in is forgotten by age, but the newest thousand stay: a moved clock makes minutes look like months', async () => {
  const { db, cipher } = testDeps(database)
  const arrive = (n: number, body: string | null) =>
    receive(db, cipher, { workspaceId: 'T1', key: `trigger:${n}`, body }, new Date(first + n))
  for (let n = 0; n < 1_003; n += 1) expect(await arrive(n, n === 1 ? '{}' : null)).toBe(true)
  await forgetInbox(db, 'T1', new Date(first + DAY_MS))
  // 0 was old; 1 is not dealt with yet; 2 was old; the rest are the newest thousand
  expect(await arrive(3, null)).toBe(false)
  expect(await arrive(1_002, null)).toBe(false)
  expect(await arrive(1, null)).toBe(false)
  expect(await arrive(0, null)).toBe(true)
  expect(await arrive(2, null)).toBe(true)
  await finish(db, 'T1', 'trigger:1', new Date(first))
  await forgetInbox(db, 'T1', new Date(first + DAY_MS))
  expect(await arrive(1, null)).toBe(true)
})
