import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
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
/** Stands beside a database that is being made: whoever finds it begins again, for nothing was in it yet. */
const MAKING = 'database-making'

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
  const lite = await (folder === undefined ? create(undefined, dump) : createIn(folder, dump))
  const { pool, db } = overPGlite(lite)
  const close = async () => {
    await db.destroy()
    await lite.close()
    lock?.release()
  }
  return { kind: 'pglite', pool, db, close } satisfies Database
}

/** Half a database, left by a kill in the middle of the first start, would never open. */
async function createIn(folder: string, dump: Blob | undefined): Promise<PGlite> {
  const data = path.join(folder, DATA)
  const making = path.join(folder, MAKING)
  if (existsSync(making)) await rm(data, { recursive: true, force: true })
  if (!existsSync(data)) await writeFile(making, '')
  const lite = await create(data, dump)
  await rm(making, { force: true })
  return lite
}

async function create(dataDir: string | undefined, dump: Blob | undefined): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite')
  return PGlite.create({
    ...(dataDir !== undefined && { dataDir }),
    ...(dump !== undefined && { loadDataDir: dump }),
  }).catch((fault: unknown) => {
    const why = fault instanceof Error ? fault.message : 'unknown reason'
    throw new ConfigError([`DATA_DIR: the embedded database in it does not open (${why})`], { cause: fault })
  })
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
