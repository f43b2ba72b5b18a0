import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as nap } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { openDatabase } from '../../src/database/open.ts'
import { type Child, runChild } from '../support/child.ts'
import { fillWithDatabase } from '../support/embedded.ts'
import { aFolder } from '../support/folder.ts'

let folder: string
beforeEach(() => {
  folder = path.join(aFolder(), 'data')
})

const aWriter = (): Child => runChild(new URL('../support/row-writer.ts', import.meta.url), folder)

test('what was written is there at the next start', async () => {
  const first = await openDatabase({ folder })
  expect(await migrate(first.db)).not.toEqual([])
  await first.db
    .insertInto('workspace')
    .values({ workspace_id: 'T1', name: 'kept', bot_user_id: '', installed_at: new Date(0) })
    .execute()
  await first.close()
  const second = await openDatabase({ folder })
  expect(await migrate(second.db)).toEqual([])
  expect(await second.db.selectFrom('workspace').select('name').execute()).toEqual([{ name: 'kept' }])
  await second.close()
}, 60_000)

test('no acknowledged row is lost by kill -9, also in the middle of the first start', async () => {
  const first = aWriter()
  // the first file of the database, seconds before the last
  while (!existsSync(path.join(folder, 'database', 'PG_VERSION'))) await nap(5)
  first.kill('SIGKILL')
  await first.ended
  const acknowledged = [...(await rowsOfKilled(10)), ...(await rowsOfKilled(25))]
  const database = await openDatabase({ folder })
  const rows = await database.db.selectFrom('workspace').select('workspace_id').execute()
  await database.close()
  const kept = new Set(rows.map((row) => row.workspace_id))
  expect(acknowledged.length).toBeGreaterThanOrEqual(35)
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
}, 180_000)

/** Kills a writer once so many rows are acknowledged, as it writes the next. @returns all it had acknowledged */
async function rowsOfKilled(after: number): Promise<readonly string[]> {
  const writer = aWriter()
  expect(await writer.line(), writer.errors()).toBe('ready')
  const acknowledged: string[] = []
  for (let line = await writer.line(); line !== undefined; line = await writer.line()) {
    acknowledged.push(line)
    if (acknowledged.length === after) writer.kill('SIGKILL')
  }
  await writer.ended
  return acknowledged
}

test('a folder in use is refused within 2 s, the process that holds it named, its data untouched', async () => {
  await fillWithDatabase(folder)
  const writer = aWriter()
  expect(await writer.line(), writer.errors()).toBe('ready')
  const start = performance.now()
  await expect(openDatabase({ folder })).rejects.toThrow(`DATA_DIR: ${folder} is in use by process ${writer.pid}`)
  expect(performance.now() - start).toBeLessThan(2_000)
  expect(await writer.line()).toBe(`T${writer.pid}-0`)
  writer.kill('SIGKILL')
  await writer.ended
}, 60_000)

test('a database that does not open is refused with a sentence, and the folder is free again', async () => {
  await fillWithDatabase(folder)
  writeFileSync(path.join(folder, 'database', 'PG_VERSION'), '99\n')
  await expect(openDatabase({ folder })).rejects.toThrow(/^DATA_DIR: the embedded database in it does not open/)
  await expect(openDatabase({ folder })).rejects.toThrow(/^DATA_DIR: the embedded database in it does not open/)
}, 60_000)
