import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compiled } from '../../src/database/compiled.ts'
import type { Database } from '../../src/database/open.ts'
import { embeddedDatabase } from '../support/embedded.ts'

let database: Database
beforeAll(async () => {
  database = await embeddedDatabase()
  const workspaces = ['T1', 'T2', 'T3'].map((id) => ({ workspace_id: id, name: `name of ${id}`, bot_user_id: 'UBOT' }))
  await database.db
    .insertInto('workspace')
    .values(workspaces.map((one) => ({ ...one, installed_at: new Date(0) })))
    .execute()
})
afterAll(() => database.close())

test('a query is built once and answers by the values of each call, inside a transaction too', async () => {
  let built = 0
  const find = compiled((db, { ids, most }: { readonly ids: readonly string[]; readonly most: number }) => {
    built += 1
    return db
      .selectFrom('workspace')
      .select(['name', sql<number>`${most}::integer`.as('most')])
      .where('bot_user_id', '=', 'UBOT')
      .where(sql<boolean>`workspace_id = any(${ids}::text[])`)
      .orderBy('workspace_id')
  })
  expect(await find(database.db, { ids: ['T2'], most: 1 })).toEqual([{ name: 'name of T2', most: 1 }])
  expect(await find(database.db, { most: 2, ids: ['T3', 'T1'] })).toEqual([
    { name: 'name of T1', most: 2 },
    { name: 'name of T3', most: 2 },
  ])
  expect(await database.db.transaction().execute((trx) => find(trx, { ids: ['T9'], most: 3 }))).toEqual([])
  expect(built).toBe(1)
})
