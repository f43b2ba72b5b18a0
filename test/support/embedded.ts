import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, rename, rm } from 'node:fs/promises'
import { inject } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { type Database, openDatabase } from '../../src/database/open.ts'
import type {} from './embedded-home.ts'
import { aFolder } from './folder.ts'

/**
 * Puts an embedded database into that folder, migrated and otherwise empty, as a first start leaves it. Making one
 * takes several seconds, copying one does not; that the app makes its own is proved where a test gives it an empty folder.
 */
export async function fillWithDatabase(folder: string): Promise<string> {
  const template = inject('embedded')
  if (!existsSync(template)) await makeTemplate(template)
  await cp(template, folder, { recursive: true })
  return folder
}

/** Made aside and put in place at once; where another test was quicker, its template stays. */
async function makeTemplate(template: string): Promise<void> {
  const draft = `${template}.${randomUUID()}`
  const database = await openDatabase({ folder: draft })
  await migrate(database.db)
  await database.close()
  await rename(draft, template).catch(async (fault: unknown) => {
    if (!existsSync(template)) throw fault
    await rm(draft, { recursive: true })
  })
}

/** An embedded database of its own for one test file, already migrated. Close it in afterAll. */
export const embeddedDatabase = async (): Promise<Database> =>
  openDatabase({ folder: await fillWithDatabase(aFolder()) })
