import path from 'node:path'
import type { PGlitePgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { ConfigError } from '../config.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { guardedKysely } from './guard.ts'
import type { Database } from './open.ts'
import { preparingPool } from './prepared.ts'
import { valueTypes } from './value-types.ts'
import { wholeRequests } from './whole-requests.ts'

/** Inside the folder, beside the lock and the sandbox's own things. */
const DATA = 'database'

/**
 * Opens the embedded database. The lock comes before the import, which is heavy: who is refused is refused at once.
 * Durability stays strict: an acknowledged row outlives kill -9.
 */
export async function openEmbedded(folder: string | undefined, dump: Blob | undefined): Promise<Database> {
  const lock = folder === undefined ? undefined : await lockFolder(folder)
  try {
    return await open(folder, dump, lock)
  } catch (fault) {
    lock?.release()
    throw fault
  }
}

async function open(folder: string | undefined, dump: Blob | undefined, lock: FolderLock | undefined) {
  const [{ PGlite }, { createPgConfig }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/node-postgres'),
  ])
  const lite = await PGlite.create({
    ...(folder !== undefined && { dataDir: path.join(folder, DATA) }),
    ...(dump !== undefined && { loadDataDir: dump }),
  }).catch((fault: unknown) => {
    const why = fault instanceof Error ? fault.message : 'unknown reason'
    throw new ConfigError([`DATA_DIR: the embedded database in it does not open (${why})`], { cause: fault })
  })
  const { pool, db } = overPGlite(createPgConfig(wholeRequests(lite)))
  const close = async () => {
    await db.destroy()
    await lite.close()
    lock?.release()
  }
  return { kind: 'pglite', pool, db, close } satisfies Database
}

/** PGlite has one session: pg gets the one connection that speaks to it, and the same driver and SQL as elsewhere. */
export function overPGlite(connection: PGlitePgConfig): Pick<Database, 'pool' | 'db'> {
  // The connection is its own kind of object, which pg's types do not name; pg calls nothing that it does not have.
  const config = Object.assign(connection, { types: valueTypes, idleTimeoutMillis: 0 }) as unknown as pg.PoolConfig
  const pool = new pg.Pool(config)
  return { pool, db: guardedKysely(preparingPool(pool)) }
}
