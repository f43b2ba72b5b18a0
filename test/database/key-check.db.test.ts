import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConfigError } from '../../src/config.ts'
import { createCipher } from '../../src/database/cipher.ts'
import { checkKey } from '../../src/database/key-check.ts'
import type { Database } from '../../src/database/open.ts'
import { freshDatabase } from '../support/database.ts'

const NOW = new Date('2026-01-05T14:00:00Z')
const right = createCipher(randomBytes(32))

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const checks = () => database.db.selectFrom('encryption_check').selectAll().orderBy('key_id').execute()

test('of first starts at once with different keys, one wins and the others are refused', async () => {
  const own = await freshDatabase()
  const starts = await Promise.allSettled(
    Array.from({ length: 4 }, () => checkKey(own.db, createCipher(randomBytes(32)), NOW)),
  )
  expect(starts.filter((start) => start.status === 'fulfilled')).toHaveLength(1)
  await own.close()
})

test('the first start leaves a check value, and the same key passes ever after', async () => {
  await checkKey(database.db, right, NOW)
  await checkKey(database.db, right, NOW)
  expect(await checks()).toMatchObject([{ key_id: right.keyId, created_at: NOW }])
})

test('a wrong key is refused, naming the setting, and changes nothing', async () => {
  const before = await checks()
  const refused = checkKey(database.db, createCipher(randomBytes(32)), NOW)
  await expect(refused).rejects.toThrow(ConfigError)
  await expect(refused).rejects.toThrow(/^ENCRYPTION_KEY: /)
  expect(await checks()).toEqual(before)
})

test('a check value that does not open is refused, even under the right name', async () => {
  const [check] = await checks()
  const bent = Buffer.from(check?.sealed ?? [])
  bent.writeUInt8(bent.readUInt8(bent.length - 1) ^ 1, bent.length - 1)
  await database.db.updateTable('encryption_check').set({ sealed: bent }).execute()
  await expect(checkKey(database.db, right, NOW)).rejects.toThrow(ConfigError)
})
