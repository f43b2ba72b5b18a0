import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'
import { ConfigError } from '../config.ts'

const FILE = 'encryption-key'
const KEY_BYTES = 32

/**
 * The sandbox's encryption key, beside the data it opens: made once, readable by its owner alone. The folder is locked
 * by then, so nobody else makes one at the same time.
 * @throws ConfigError when the file is not what was written
 */
export function keptKey(folder: string): Buffer {
  const file = path.join(folder, FILE)
  const kept = read(file)
  if (kept === undefined) return make(file)
  if (!/^[0-9a-f]{64}$/.test(kept)) {
    throw new ConfigError([`DATA_DIR: ${file} is damaged, so the data beside it does not open; restore it from a copy`])
  }
  return Buffer.from(kept, 'hex')
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  }
}

/** On disk before anything is sealed with it, and never half written. */
function make(file: string): Buffer {
  const key = randomBytes(KEY_BYTES)
  const draft = openSync(`${file}.new`, 'w', 0o600)
  writeSync(draft, `${key.toString('hex')}\n`)
  fsyncSync(draft)
  closeSync(draft)
  renameSync(`${file}.new`, file)
  return key
}
