import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { CompanyRequest } from '../../src/sandbox/host.ts'
import { Indexes } from '../../src/sandbox/state/derived.ts'
import { Store } from '../../src/sandbox/state/store.ts'
import { aFolder } from './folder.ts'

/**
 * A folder in which the sandbox begins with that company, its clock standing still between moves: as if it had been
 * killed while that company moved in. So a test does not wait for the default one first, only to replace it.
 */
export function folderWith(company: CompanyRequest): string {
  const folder = aFolder()
  const sandbox = path.join(folder, 'sandbox')
  mkdirSync(sandbox)
  const store = new Store(sandbox, new Indexes(), () => 0)
  store.change(() => {
    store.put('loading', 'loading', company)
    store.put('settings', 'settings', { simulate: true, hold: true, ready: false, revoked: [], fault: null })
  })
  store.close()
  return folder
}
