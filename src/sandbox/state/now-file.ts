import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The virtual instant, beside the journal: it passes without anything happening, and a line for each second would drown
 * the rest. Always the same number of digits in the same place, so a crash leaves the old or the new one.
 */
export class NowFile {
  readonly #path: string
  readonly #file: number
  #written = -1

  constructor(folder: string) {
    this.#path = join(folder, 'now')
    this.#file = openSync(this.#path, 'a+', 0o600)
    closeSync(this.#file)
    this.#file = openSync(this.#path, 'r+')
  }

  read(): number | null {
    const text = readFileSync(this.#path, 'utf8')
    return /^\d{15}$/.test(text) ? Number(text) : null
  }

  write(now: number): void {
    if (now === this.#written) return
    this.#written = now
    writeSync(this.#file, String(now).padStart(15, '0'), 0)
  }

  close(): void {
    closeSync(this.#file)
  }
}
