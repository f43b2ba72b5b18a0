import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Database, openDatabase } from '../../src/database/open.ts'
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

test('a count too large for a number is a fault, not a rounded answer', async () => {
  await expect(database.pool.query('select 9007199254740993::int8 as n')).rejects.toThrow('does not fit')
})

describe.skipIf(inject('postgres') === null)('a PostgreSQL server', () => {
  const url = () => database.pool.options.connectionString ?? ''

  test('is given limits for every statement, lock and forgotten transaction', async () => {
    const names = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']
    const { rows } = await database.pool.query(
      'select name, setting::integer as ms from pg_settings where name = any($1)',
      [names],
    )
    expect(rows).toHaveLength(names.length)
    for (const row of rows) expect(row).toMatchObject({ ms: expect.toSatisfy((ms: number) => ms > 0 && ms <= 30_000) })
  })

  test('may end every connection at any time: what ran fails, what comes next works', async () => {
    const own = await openDatabase({ url: url() })
    const endAll = () =>
      database.pool.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
    for (let round = 0; round < 3; round += 1) {
      await sql`select 1`.execute(own.db)
      const inUse = own.db.transaction().execute((trx) => sql`select pg_sleep(20)`.execute(trx))
      const failed = expect(inUse).rejects.toThrow()
      await expect
        .poll(
          async () =>
            (await database.pool.query("select 1 from pg_stat_activity where query like '%pg_sleep(20)'")).rowCount,
        )
        .toBe(1)
      await endAll()
      await failed
      expect((await sql<{ n: number }>`select 1 as n`.execute(own.db)).rows).toEqual([{ n: 1 }])
    }
    await own.close()
  })

  test('that knows no such database is refused at once, with its name', async () => {
    const missing = new URL(url())
    missing.pathname = '/no_such_database'
    const start = performance.now()
    await expect(openDatabase({ url: missing.href })).rejects.toThrow(
      /^DATABASE_URL: .*"no_such_database" does not exist/,
    )
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})
