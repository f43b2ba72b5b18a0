import path from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { ConfigError } from '../config.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { guardedKysely } from './guard.ts'
import { LiteStream } from './lite-stream.ts'
import type { Database } from './open.ts'
import { preparingPool } from './prepared.ts'
import { valueTypes } from './value-types.ts'

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
  const { PGlite } = await import('@electric-sql/pglite')
  const lite = await PGlite.create({
    ...(folder !== undefined && { dataDir: path.join(folder, DATA) }),
    ...(dump !== undefined && { loadDataDir: dump }),
  }).catch((fault: unknown) => {
    const why = fault instanceof Error ? fault.message : 'unknown reason'
    throw new ConfigError([`DATA_DIR: the embedded database in it does not open (${why})`], { cause: fault })
  })
  const { pool, db } = overPGlite(lite)
  const close = async () => {
    await db.destroy()
    await lite.close()
    lock?.release()
  }
  return { kind: 'pglite', pool, db, close } satisfies Database
}

/** PGlite has one session: pg gets the one connection that leads to it, and the same driver and SQL as elsewhere. */
export function overPGlite(lite: PGlite): Pick<Database, 'pool' | 'db'> {
  // the driver's types name a factory of Duplex streams; it calls the few methods of a socket that this one has
  const stream = () => new LiteStream(lite)
  const pool = new pg.Pool({
    stream,
    ssl: false,
    user: 'postgres',
    password: '',
    max: 1,
    idleTimeoutMillis: 0,
    types: valueTypes,
  })
  return { pool, db: guardedKysely(preparingPool(pool)) }
}
