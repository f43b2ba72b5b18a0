import { closeSync, ftruncateSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * An append-only file of JSON lines. A line is one change, whole or not at all: a last line that a crash tore is
 * dropped. Written synchronously but not flushed to the disk: it outlives kill -9, not a power cut.
 */
export class Journal {
  readonly #path: string
  #file: number

  constructor(folder: string, name: string) {
    this.#path = join(folder, `${name}.jsonl`)
    this.#file = openSync(this.#path, 'a+', 0o600)
  }

  /**
   * Every whole line, oldest first; cuts a torn one off the file.
   * @throws when a line that is not the last cannot be read: the file was damaged by something other than a crash
   */
  read(): unknown[] {
    const bytes = readFileSync(this.#path)
    const whole = bytes.lastIndexOf(10) + 1
    if (whole < bytes.length) ftruncateSync(this.#file, whole)
    const lines: unknown[] = []
    for (let from = 0; from < whole; ) {
      const to = bytes.indexOf(10, from)
      lines.push(JSON.parse(bytes.toString('utf8', from, to)))
      from = to + 1
    }
    return lines
  }

  append(line: unknown): void {
    writeAll(this.#file, `${JSON.stringify(line)}\n`)
  }

  /** Puts these lines in place of all before, at one stroke. */
  replace(lines: Iterable<unknown>): void {
    const fresh = `${this.#path}.new`
    const file = openSync(fresh, 'w', 0o600)
    for (const line of lines) writeAll(file, `${JSON.stringify(line)}\n`)
    closeSync(file)
    closeSync(this.#file)
    renameSync(fresh, this.#path)
    this.#file = openSync(this.#path, 'a', 0o600)
  }

  close(): void {
    closeSync(this.#file)
  }
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}
