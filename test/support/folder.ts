import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

const made: string[] = []
// registered as this file is loaded, so it runs after every other afterAll of the test file
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder that is gone when the test file has ended. */
export function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'vice-versa-'))
  made.push(folder)
  return folder
}
