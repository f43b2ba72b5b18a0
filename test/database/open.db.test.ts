import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { freshDatabase } from '../support/database.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

test('a date comes back as the day it was, a count as a number', async () => {
  const { rows } = await database.pool.query("select date '2026-03-01' as day, count(*) as many from person")
  expect(rows).toEqual([{ day: '2026-03-01', many: 0 }])
})
