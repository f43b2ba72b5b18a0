import { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'

type Lite = Pick<PGlite, 'exec' | 'execProtocolRawStream'>
type Done = (fault?: Error | null) => void

/**
 * The embedded database where the driver expects a socket: bytes in, bytes out. PGlite's own connection for this driver
 * takes each of the five messages of a statement through a queue of its own and its own parser (measured: half as long
 * again for a short statement, and one that cannot be parsed ended the process); so does its `execProtocolRaw`.
 */
export class LiteStream extends Duplex {
  readonly #lite: Lite

  constructor(lite: Lite) {
    super()
    this.#lite = lite
  }

  /**
   * The driver's way to reach a server. There is one session for ever, so what the connection before left in it goes:
   * its transaction, and the names that a fresh driver would give again.
   */
  connect(): void {
    this.#lite.exec('rollback; deallocate all').then(
      () => this.emit('connect'),
      (fault: unknown) => this.destroy(asError(fault)),
    )
  }

  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}

  override _write(message: Buffer, _encoding: BufferEncoding, done: Done): void {
    const answer: Buffer[] = []
    // What is shown is the database's own memory, which it uses again: kept is a copy.
    const onRawData = (bytes: Uint8Array) => void answer.push(Buffer.from(bytes))
    this.#lite.execProtocolRawStream(message, { syncToFs: false, onRawData }).then(
      () => {
        for (const bytes of answer) this.push(bytes)
        done()
      },
      (fault: unknown) => done(asError(fault)),
    )
  }

  /** What the driver writes at once is one request. */
  override _writev(chunks: { readonly chunk: Buffer }[], done: Done): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'utf8', done)
  }

  override _read(): void {}

  override _final(done: Done): void {
    this.push(null)
    done()
  }
}

const asError = (fault: unknown): Error => (fault instanceof Error ? fault : new Error(String(fault)))
