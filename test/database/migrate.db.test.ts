import { sql } from 'kysely'
import { describe, expect, inject, test } from 'vitest'
import { ConfigError } from '../../src/config.ts'
import { migrate } from '../../src/database/migrate.ts'
import { type Database, openDatabase } from '../../src/database/open.ts'
import { readCatalog, schemaText } from '../support/catalog.ts'
import { createDatabase, freshDatabase } from '../support/database.ts'

const server = inject('postgres')

async function emptyDatabase(): Promise<Database> {
  return server === null ? openDatabase({ folder: undefined }) : openDatabase({ url: await createDatabase(server) })
}

const applied = async (database: Database) =>
  (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(database.db)).rows

test('the first time installs the schema, the second does no harm', async () => {
  const database = await emptyDatabase()
  const names = await migrate(database.db)
  expect(names.length).toBeGreaterThan(0)
  const schema = schemaText(await readCatalog(database.pool))
  expect(await migrate(database.db)).toEqual([])
  expect(schemaText(await readCatalog(database.pool))).toBe(schema)
  await database.close()
})

test('three starts at once apply each migration once', async () => {
  const database = await emptyDatabase()
  const target = database.kind === 'postgres' ? (database.pool.options.connectionString ?? '') : undefined
  const others = target === undefined ? [] : await Promise.all([1, 2].map(() => openDatabase({ url: target })))
  const names = await Promise.all([database, ...others].map((each) => migrate(each.db)))
  expect(names.flat()).toHaveLength((await applied(database)).length)
  expect(new Set(names.flat()).size).toBe(names.flat().length)
  await Promise.all([database, ...others].map((each) => each.close()))
})

describe('a database made by a newer version', () => {
  test('is refused by name and stays as it is', async () => {
    const database = await freshDatabase()
    await sql`insert into kysely_migration (name, timestamp) values ('9999_tomorrow', '2030-01-01T00:00:00.000Z')`.execute(
      database.db,
    )
    const before = await applied(database)
    await expect(migrate(database.db)).rejects.toThrow(ConfigError)
    await expect(migrate(database.db)).rejects.toThrow('newer than this version (9999_tomorrow)')
    expect(await applied(database)).toEqual(before)
    await database.close()
  })
})

test.skipIf(server === null)('a start that is cut off in the middle leaves nothing half done', async () => {
  const database = await emptyDatabase()
  const starting = await openDatabase({ url: database.pool.options.connectionString ?? '' })
  // A table of the last migration's, made elsewhere and not yet committed, makes the migration wait in its middle.
  const other = await database.pool.connect()
  await other.query('begin; create table heartbeat (n integer)')
  const migrating = migrate(starting.db)
  const waiting = "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  await expect.poll(async () => (await database.pool.query(waiting)).rowCount, { timeout: 10_000 }).toBe(1)
  await database.pool.query(`select pg_terminate_backend(pid) from (${waiting}) as waiting`)
  await expect(migrating).rejects.toThrow('a migration failed; nothing was changed')
  await other.query('rollback')
  other.release()
  expect(await readCatalog(database.pool)).toEqual([])
  await migrate(starting.db)
  expect((await readCatalog(database.pool)).length).toBeGreaterThan(20)
  await starting.close()
  await database.close()
})
