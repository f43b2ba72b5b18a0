import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, PostgresDialect, type PostgresPool, type TransactionBuilder } from 'kysely'
import type { DB } from './schema.ts'

/** The transaction this code runs in; closed when it has ended, because timers keep their context for ever. */
type Current = AsyncLocalStorage<{ isOpen: boolean }>

/**
 * Kysely over that pool, with one mistake turned into a fault at once: using the database inside one of its own
 * transactions. The embedded one has a single session and would wait for itself for ever; PostgreSQL would quietly
 * write outside the transaction.
 */
export function guardedKysely(pool: PostgresPool): Kysely<DB> {
  const current: Current = new AsyncLocalStorage()
  const dialect = new PostgresDialect({ pool: guardedPool(pool, current) })
  return new (class extends Kysely<DB> {
    override transaction(): TransactionBuilder<DB> {
      return marking(super.transaction(), current)
    }
  })({ dialect })
}

function guardedPool(pool: PostgresPool, current: Current): PostgresPool {
  return {
    options: pool.options,
    connect: () =>
      current.getStore()?.isOpen
        ? Promise.reject(new Error('the database was used inside its own transaction: pass trx'))
        : pool.connect(),
    end: () => pool.end(),
  }
}

/** The same builder; what its `execute` runs is marked as being inside the transaction. */
function marking(builder: TransactionBuilder<DB>, current: Current): TransactionBuilder<DB> {
  const execute: TransactionBuilder<DB>['execute'] = (work) =>
    builder.execute(async (trx) => {
      const mark = { isOpen: true }
      try {
        return await current.run(mark, () => work(trx))
      } finally {
        mark.isOpen = false
      }
    })
  const setIsolationLevel: TransactionBuilder<DB>['setIsolationLevel'] = (level) =>
    marking(builder.setIsolationLevel(level), current)
  const setAccessMode: TransactionBuilder<DB>['setAccessMode'] = (mode) => marking(builder.setAccessMode(mode), current)
  return Object.assign(Object.create(builder), { execute, setIsolationLevel, setAccessMode })
}
