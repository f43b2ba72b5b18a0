import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { Statements } from '../../src/database/prepared.ts'
import { embeddedDatabase } from '../support/embedded.ts'

let database: Database
beforeAll(async () => {
  database = await embeddedDatabase()
  await sql`create table thing (id integer primary key, word text)`.execute(database.db)
})
afterAll(() => database.close())

test('the third time a statement comes it gets a name, and keeps it', () => {
  const statements = new Statements()
  expect([1, 2, 3, 4].map(() => statements.nameOf('select $1'))).toEqual([undefined, undefined, 's1', 's1'])
  expect(statements.nameOf('select $2')).toBeUndefined()
})

test('however many different statements come, only so many get a name', () => {
  const statements = new Statements()
  const named = Array.from({ length: 2_000 }, (_, i) => {
    for (let times = 0; times < 4; times += 1) statements.nameOf(`select ${i}`)
    return statements.nameOf(`select ${i}`)
  }).filter((name) => name !== undefined)
  expect(named).toHaveLength(300)
  expect(new Set(named).size).toBe(300)
})

test('tables are looked at seldom, and the more seldom the longer it goes', () => {
  const statements = new Statements()
  const at = Array.from({ length: 200_000 }, (_, i) => (statements.isTimeToLook() ? i : -1)).filter((i) => i >= 0)
  const between = at.slice(1).map((n, i) => n - (at[i] ?? 0))
  expect(between.slice(0, 3)).toEqual([512, 2_048, 8_192])
  expect(Math.max(...between)).toBe(32_768)
})

test('a prepared statement answers by the values of each call, however much its table has grown', async () => {
  for (let i = 0; i < 2_000; i += 1) {
    await sql`insert into thing (id, word) values (${i}, ${`word ${i}`})`.execute(database.db)
    const { rows } = await sql<{ word: string }>`select word from thing where id = ${i}`.execute(database.db)
    expect(rows).toEqual([{ word: `word ${i}` }])
  }
})

test('a faulty statement fails alone: nothing of it is carried out, and what comes next works', async () => {
  await expect(sql`insert into nothing values (${1})`.execute(database.db)).rejects.toThrow('does not exist')
  await expect(sql`selec ${1}`.execute(database.db)).rejects.toThrow('syntax error')
  for (let i = 0; i < 4; i += 1)
    await expect(sql`insert into thing (id) values (${1})`.execute(database.db)).rejects.toThrow('duplicate key')
  const failing = database.db.transaction().execute(async (trx) => {
    await sql`insert into thing (id) values (${9_999})`.execute(trx)
    await sql`select 1 / ${0}::integer`.execute(trx)
  })
  await expect(failing).rejects.toThrow('division by zero')
  expect((await sql`select id from thing where id = ${9_999}`.execute(database.db)).rows).toEqual([])
})
