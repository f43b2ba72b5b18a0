import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { embeddedDatabase } from '../support/embedded.ts'

let database: Database
beforeAll(async () => {
  database = await embeddedDatabase()
})
afterAll(() => database.close())

test('an answer of many pieces comes whole and in order', async () => {
  const { rows } = await sql<{ n: number; word: string }>`
    select n, repeat(chr(97 + n % 26), 300) as word from generate_series(1, 5000) n`.execute(database.db)
  expect(rows).toHaveLength(5_000)
  expect(rows.every(({ n, word }, i) => n === i + 1 && word === String.fromCodePoint(97 + (n % 26)).repeat(300))).toBe(
    true,
  )
})

test('one value larger than everything that is read at once comes back as it went', async () => {
  const text = 'Grüße, 世界 '.repeat(300_000)
  const { rows } = await sql<{ text: string }>`select ${text}::text as text`.execute(database.db)
  expect(rows[0]?.text === text).toBe(true)
})

test('what is asked at once is answered each by its own answer', async () => {
  const asked = Array.from({ length: 50 }, (_, i) => sql<{ i: number }>`select ${i}::integer as i`.execute(database.db))
  expect((await Promise.all(asked)).map(({ rows }) => rows[0]?.i)).toEqual(Array.from({ length: 50 }, (_, i) => i))
})

test('a pool that lost its connection opens another, which finds nothing of the one before but the data', async () => {
  await sql`create table kept (id integer)`.execute(database.db)
  const add = (id: number) => sql`insert into kept (id) values (${id})`.execute(database.db)
  for (let id = 1; id <= 5; id += 1) await add(id)
  const client = await database.pool.connect()
  await client.query('begin')
  await client.query('delete from kept')
  client.release(true)
  for (let id = 6; id <= 9; id += 1) await add(id)
  expect((await sql`select id from kept`.execute(database.db)).rows).toHaveLength(9)
})
