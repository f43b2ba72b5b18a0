import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { transaction } from '../../src/database/transaction.ts'
import { freshDatabase } from '../support/database.ts'
import { embeddedDatabase } from '../support/embedded.ts'

const NOW = new Date('2026-01-05T14:00:00Z')
const aWorkspace = (id: string) => ({ workspace_id: id, name: id, bot_user_id: 'UBOT', installed_at: NOW })

const opened = {
  'the test server': () => freshDatabase(),
  'the embedded database': embeddedDatabase,
}

describe.each(Object.entries(opened))('on %s', (_name, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  const names = async () =>
    (await database.db.selectFrom('workspace').select('name').orderBy('name').execute()).map((row) => row.name)

  test('work that throws leaves nothing behind', async () => {
    const failing = transaction(database.db, async (trx) => {
      await trx.insertInto('workspace').values(aWorkspace('T_LOST')).execute()
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await names()).not.toContain('T_LOST')
  })

  test('a transaction inside a transaction is the same one', async () => {
    const failing = transaction(database.db, async (outer) => {
      await transaction(outer, (inner) => inner.insertInto('workspace').values(aWorkspace('T_INNER')).execute())
      throw new Error('both or none')
    })
    await expect(failing).rejects.toThrow('both or none')
    expect(await names()).not.toContain('T_INNER')
  })

  test('using the database inside its own transaction is a fault at once, not a wait for ever', async () => {
    const mistaken = database.db.transaction().execute(async (trx) => {
      await trx.insertInto('workspace').values(aWorkspace('T_MISTAKE')).execute()
      await database.db.selectFrom('workspace').selectAll().execute()
    })
    await expect(mistaken).rejects.toThrow('pass trx')
    expect(await names()).not.toContain('T_MISTAKE')
  })

  test('the guard follows an isolation level and ends with the transaction', async () => {
    let later: Promise<string[]> | undefined
    const level = await database.db
      .transaction()
      .setIsolationLevel('serializable')
      .execute(async (trx) => {
        await expect(database.db.selectFrom('workspace').selectAll().execute()).rejects.toThrow('pass trx')
        later = new Promise((resolve) => setTimeout(() => resolve(names()), 50))
        const { rows } = await trx.executeQuery<{ level: string }>({
          ...trx
            .selectNoFrom((eb) => eb.fn<string>('current_setting', [eb.val('transaction_isolation')]).as('level'))
            .compile(),
        })
        return rows[0]?.level
      })
    expect(level).toBe('serializable')
    expect(await later).toEqual(await names())
  })
})

test.skipIf(inject('postgres') === null)('the victim of a deadlock is run again', async () => {
  const database = await freshDatabase()
  const { db } = database
  await db
    .insertInto('workspace')
    .values([aWorkspace('T1'), aWorkspace('T2')])
    .execute()
  const rename = (id: string) => (trx: typeof db) =>
    trx.updateTable('workspace').set({ name: 'renamed' }).where('workspace_id', '=', id).execute()
  let runs = 0
  const crosswise = (first: string, second: string) =>
    transaction(db, async (trx) => {
      runs += 1
      await rename(first)(trx)
      await new Promise((resolve) => setTimeout(resolve, 100))
      await rename(second)(trx)
    })
  await Promise.all([crosswise('T1', 'T2'), crosswise('T2', 'T1')])
  expect(runs).toBeGreaterThan(2)
  await database.close()
})
