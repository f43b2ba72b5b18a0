import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from '../world.ts'
import type { StoredFile } from './rows.ts'

const folderOf = (world: World): string => join(world.host.folder, 'files')

/** Announces a file; its bytes may come later. */
export function addFile(world: World, file: Pick<StoredFile, 'name' | 'size' | 'owner' | 'isComplete'>): StoredFile {
  const id = `F${String(world.store.next('forever', 'files')).padStart(8, '0')}`
  const stored = { ...file, id, title: file.name, at: world.host.clock.now(), channels: [] }
  world.store.put('file', id, stored)
  return stored
}

/** Ids never repeat, so a file left by a company long gone is never mistaken for another. */
export function writeBytes(world: World, id: string, bytes: Buffer): void {
  mkdirSync(folderOf(world), { recursive: true })
  writeFileSync(join(folderOf(world), id), bytes)
}

/** null until they were uploaded */
export function readBytes(world: World, id: string): Buffer | null {
  const path = join(folderOf(world), id)
  return existsSync(path) ? readFileSync(path) : null
}

export function removeAllBytes(world: World): void {
  rmSync(folderOf(world), { recursive: true, force: true })
}
