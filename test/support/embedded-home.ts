import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** where the first test that wants a migrated embedded database leaves one for the others to copy */
    embedded: string
  }
}

/** A folder for the whole run, for all projects. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(path.join(tmpdir(), 'vice-versa-embedded-'))
  project.provide('embedded', path.join(home, 'template'))
  return () => rm(home, { recursive: true, force: true })
}
