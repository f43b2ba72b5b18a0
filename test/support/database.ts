import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { inject } from 'vitest'
import { createCipher } from '../../src/database/cipher.ts'
import type { Deps } from '../../src/database/deps.ts'
import { type Database, openDatabase } from '../../src/database/open.ts'
import type {} from './global.ts'

/** A database of its own for one test file, already migrated: a copy of the template. Close it in afterAll. */
export async function freshDatabase(): Promise<Database> {
  const server = inject('postgres')
  if (server === null) return openDatabase({ folder: undefined, dump: new Blob([await readFile(inject('dump'))]) })
  return openDatabase({ url: await createDatabase(server, inject('template')) })
}

/** A server's address for a new database, empty unless a template is named. */
export async function createDatabase(server: string, template = 'template1'): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const admin = await openDatabase({ url: server })
  await admin.pool.query(`create database ${name} template ${template}`)
  await admin.close()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** What verbs are handed, over that database; `rings` counts how often they asked for the sender. */
export function testDeps(database: Database): Deps & { readonly rings: () => number } {
  let rings = 0
  return {
    db: database.db,
    cipher: createCipher(Buffer.alloc(32, 7)),
    wake: () => {
      rings += 1
    },
    rings: () => rings,
  }
}
