import { promises as fs } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Kysely } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import { ConfigError } from '../config.ts'
import type { DB } from './schema.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../migrations')

/**
 * Brings the schema up to date, in one transaction under a lock: several starts at once are harmless, and a start that
 * is killed leaves nothing half done.
 * @returns the names of the migrations applied now
 * @throws ConfigError when the database was made by a newer version
 */
export async function migrate(db: Kysely<DB>): Promise<readonly string[]> {
  const migrator = new Migrator({
    db,
    provider: new FileMigrationProvider({
      fs,
      path,
      migrationFolder: FOLDER,
      import: (file: string) => import(pathToFileURL(file).href),
    }),
  })
  await refuseNewer(db)
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw new Error('a migration failed; nothing was changed', { cause: error })
  return (results ?? []).map((result) => result.migrationName)
}

async function refuseNewer(db: Kysely<DB>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return
  // Kysely's own table, which is no part of ours.
  const kept = db as unknown as Kysely<{ kysely_migration: { name: string } }>
  const applied = await kept.selectFrom('kysely_migration').select('name').orderBy('name').execute()
  const known = new Set((await fs.readdir(FOLDER)).map((file) => path.parse(file).name))
  const newer = applied.map((row) => row.name).filter((name) => !known.has(name))
  if (newer.length > 0) {
    throw new ConfigError([`DATABASE_URL, DATA_DIR: the database is newer than this version (${newer.join(', ')})`])
  }
}
