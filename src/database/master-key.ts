import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { ConfigError } from '../config.ts'

const FILE = 'encryption-key'
const KEY_BYTES = 32

/**
 * The sandbox's encryption key, beside the data it opens: made once, readable by its owner alone.
 * @throws ConfigError when the file is not what was written
 */
export function keptKey(folder: string): Buffer {
  const file = path.join(folder, FILE)
  const kept = read(file) ?? make(folder, file)
  if (!/^[0-9a-f]{64}$/.test(kept)) {
    throw new ConfigError([`DATA_DIR: ${file} is damaged, so the data beside it does not open; restore it from a copy`])
  }
  return Buffer.from(kept, 'hex')
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (fault) {
    if (isCode(fault, 'ENOENT')) return undefined
    throw fault
  }
}

/** On disk before anything is sealed with it, never half written; of two processes, both get the first one's. */
function make(folder: string, file: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  const written = openSync(draft, 'w', 0o600)
  writeSync(written, `${randomBytes(KEY_BYTES).toString('hex')}\n`)
  fsyncSync(written)
  closeSync(written)
  try {
    linkSync(draft, file)
  } catch (fault) {
    if (!isCode(fault, 'EEXIST')) throw fault
  } finally {
    rmSync(draft)
  }
  return read(file) ?? ''
}

const isCode = (fault: unknown, code: string): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === code
