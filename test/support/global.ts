import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/database/migrate.ts'
import { overPGlite } from '../../src/database/open-embedded.ts'
import { openDatabase } from '../../src/database/open.ts'
import { type Server, startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** a server on which databases can be made; null where none could be started */
    postgres: string | null
    /** the migrated database there that others are copied from */
    template: string
    /** where there is none: a file with a migrated embedded database */
    dump: string
  }
}

const TEMPLATE = 'template_vice_versa'

/** One migrated template for all test files, on a real PostgreSQL where one can be started. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startOrExplain()
  const url = process.env.TEST_DATABASE_URL ?? server?.url('postgres') ?? null
  const home = await mkdtemp(path.join(tmpdir(), 'vice-versa-test-'))
  const dump = path.join(home, 'template.tar.gz')
  if (url === null) await makeDump(dump)
  else await makeTemplate(url)
  project.provide('postgres', url)
  project.provide('template', TEMPLATE)
  project.provide('dump', dump)
  return async () => {
    await server?.stop()
    await rm(home, { recursive: true, force: true })
  }
}

async function startOrExplain(): Promise<Server | undefined> {
  if (process.env.TEST_DATABASE_URL) return undefined
  try {
    return await startPostgres()
  } catch (fault) {
    console.warn(
      `NO POSTGRESQL could be started (${String(fault)}): database tests run on the embedded one, those that need several connections are skipped.`,
    )
    return undefined
  }
}

async function makeTemplate(server: string): Promise<void> {
  const admin = await openDatabase({ url: server })
  await admin.pool.query(`drop database if exists ${TEMPLATE} with (force)`)
  await admin.pool.query(`create database ${TEMPLATE}`)
  await admin.close()
  const url = new URL(server)
  url.pathname = `/${TEMPLATE}`
  const template = await openDatabase({ url: url.href })
  await migrate(template.db)
  await template.close()
}

async function makeDump(file: string): Promise<void> {
  const lite = await PGlite.create()
  const { db } = overPGlite(lite)
  await migrate(db)
  await writeFile(file, Buffer.from(await (await lite.dumpDataDir('gzip')).arrayBuffer()))
  await db.destroy()
  await lite.close()
}
