import type { Kysely } from 'kysely'
import type pg from 'pg'
import { openEmbedded } from './open-embedded.ts'
import { openServer } from './open-server.ts'
import type { DB } from './schema.ts'

export interface Database {
  readonly kind: 'postgres' | 'pglite'
  readonly pool: pg.Pool
  readonly db: Kysely<DB>
  close(): Promise<void>
}

/** A PostgreSQL server, or the embedded database: in a folder, or in memory (optionally a copy of a dump). */
export type Target =
  | { readonly url: string }
  | { readonly folder: string }
  | { readonly folder: undefined; readonly dump?: Blob }

/**
 * Opens the database; its schema is as it was left (see migrate).
 * @throws ConfigError when the server is out of reach or too old, and when the folder cannot be written or is in use
 */
export const openDatabase = (target: Target): Promise<Database> =>
  'url' in target ? openServer(target.url) : openEmbedded(target.folder, 'dump' in target ? target.dump : undefined)
