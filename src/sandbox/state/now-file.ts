import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The virtual instant, beside the journal: it passes without anything happening, and a line for each second would drown
 * the rest. It is written before anybody wakes at an instant and before anybody is told the time, so that after kill -9
 * the clock never stands earlier than somebody has seen it. Always the same number of digits in the same place, so a
 * crash leaves the old or the new one.
 */
export class NowFile {
  readonly #path: string
  readonly #file: number
  #written = -1
  #isClosed = false

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
    // A request may still ask for the time while everything stops; the number of a closed file may be another's by then.
    if (now === this.#written || this.#isClosed) return
    this.#written = now
    writeSync(this.#file, String(now).padStart(15, '0'), 0)
  }

  close(): void {
    this.#isClosed = true
    closeSync(this.#file)
  }
}
