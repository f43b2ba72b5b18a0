import { sql } from 'kysely'
import { ConfigError } from '../config.ts'
import type { Cipher } from './cipher.ts'
import type { Db } from './deps.ts'
import { transaction } from './transaction.ts'

const WORDS = 'the key that this data was written with'

/**
 * Refuses a key that the data was not written with, before anything is read or written. The first start leaves the
 * sealed words that later starts must be able to open.
 * @throws ConfigError; nothing was changed then
 */
export async function checkKey(db: Db, cipher: Cipher, now: Date): Promise<void> {
  await transaction(db, async (trx) => {
    // Two first starts with different keys must not both leave their words.
    await sql`lock table encryption_check in exclusive mode`.execute(trx)
    const checks = await trx.selectFrom('encryption_check').select(['key_id', 'sealed']).execute()
    const own = checks.find((check) => check.key_id === cipher.keyId)
    if (checks.length === 0) {
      const sealed = cipher.seal(WORDS, place(cipher.keyId))
      await trx.insertInto('encryption_check').values({ key_id: cipher.keyId, sealed, created_at: now }).execute()
    } else if (!own || !opens(cipher, own.sealed)) {
      throw new ConfigError(['ENCRYPTION_KEY: not the key that the data was written with; restore that one'])
    }
  })
}

function opens(cipher: Cipher, sealed: Buffer): boolean {
  try {
    return cipher.open(sealed, place(cipher.keyId)) === WORDS
  } catch {
    return false
  }
}

const place = (keyId: string) => ({ table: 'encryption_check', row: keyId })
