import path from 'node:path'
import type { Config } from '../config.ts'
import { type Cipher, createCipher } from './cipher.ts'
import { checkKey } from './key-check.ts'
import { keptKey } from './master-key.ts'
import { migrate } from './migrate.ts'
import { type Database, openDatabase } from './open.ts'

/**
 * The database, up to date and opened with the right key.
 * @throws ConfigError where it is out of reach, in use, newer, or written with another key; nothing was changed then
 */
export async function openStore(
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'encryptionKey'>,
  now: Date,
): Promise<{ readonly database: Database; readonly cipher: Cipher }> {
  const database = await openDatabase(
    config.databaseUrl === undefined ? { folder: config.dataDir } : { url: config.databaseUrl },
  )
  try {
    await migrate(database.db)
    const cipher = createCipher(config.encryptionKey ?? keptKey(path.resolve(config.dataDir)))
    await checkKey(database.db, cipher, now)
    return { database, cipher }
  } catch (fault) {
    await database.close()
    throw fault
  }
}
