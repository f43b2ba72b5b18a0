import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { openDatabase } from '../../src/database/open.ts'
import { runChild } from '../support/child.ts'

let home: string
let folder: string
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'vice-versa-lite-'))
  folder = path.join(home, 'data')
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

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
  const acknowledged: string[] = []
  for (const [i, ms] of [1_500, 300, 600].entries()) {
    const writer = runChild(new URL('../support/row-writer.ts', import.meta.url), folder)
    if (i > 0) expect(await writer.line(), writer.errors()).toBe('ready')
    setTimeout(() => writer.kill('SIGKILL'), ms)
    for (let line = await writer.line(); line !== undefined; line = await writer.line()) {
      if (line !== 'ready') acknowledged.push(line)
    }
    await writer.ended
  }
  const database = await openDatabase({ folder })
  const rows = await database.db.selectFrom('workspace').select('workspace_id').execute()
  await database.close()
  const kept = new Set(rows.map((row) => row.workspace_id))
  expect(acknowledged.length).toBeGreaterThan(20)
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
}, 180_000)

test('a folder in use is refused within 2 s, the process that holds it named, its data untouched', async () => {
  const writer = runChild(new URL('../support/row-writer.ts', import.meta.url), folder)
  expect(await writer.line(), writer.errors()).toBe('ready')
  const start = performance.now()
  await expect(openDatabase({ folder })).rejects.toThrow(`DATA_DIR: ${folder} is in use by process ${writer.pid}`)
  expect(performance.now() - start).toBeLessThan(2_000)
  expect(await writer.line()).toBe(`T${writer.pid}-0`)
  writer.kill('SIGKILL')
  await writer.ended
}, 60_000)

test('a database that does not open is refused with a sentence, and the folder is free again', async () => {
  const first = await openDatabase({ folder })
  await first.close()
  writeFileSync(path.join(folder, 'database', 'PG_VERSION'), '99\n')
  await expect(openDatabase({ folder })).rejects.toThrow(/^DATA_DIR: the embedded database in it does not open/)
  await expect(openDatabase({ folder })).rejects.toThrow(/^DATA_DIR: the embedded database in it does not open/)
}, 60_000)
