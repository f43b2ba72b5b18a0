import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const APP = pathToFileURL(path.resolve(import.meta.dirname, '../../src/main/run.ts')).href

/**
 * What the processes of a run have in common to load is compiled once, and kept for as long as the run takes. The app is
 * loaded for it beside the first tests: those that it is killed in the middle of never come to keep anything.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vice-versa-compiled-'))
  process.env.NODE_COMPILE_CACHE = folder
  const loading = spawn(process.execPath, ['--input-type=module', '--eval', `await import('${APP}')`])
  const loaded = once(loading, 'close')
  return async () => {
    await loaded
    await rm(folder, { recursive: true, force: true, maxRetries: 9 })
  }
}
