import type { Db } from './deps.ts'
import { hasSqlState, SQLSTATE } from './sqlstate.ts'

const ATTEMPTS = 3

/**
 * Runs the work in one transaction; in the caller's, when the caller already is in one. A deadlock's victim is run
 * again from the start, so the work does nothing but use `trx`.
 */
export async function transaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work)
    } catch (fault) {
      const isVictim = hasSqlState(fault, SQLSTATE.deadlockDetected, SQLSTATE.serializationFailure)
      if (!isVictim || attempt === ATTEMPTS) throw fault
    }
  }
}
