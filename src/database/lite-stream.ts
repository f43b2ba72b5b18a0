import { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'

type Lite = Pick<PGlite, 'waitReady' | 'execProtocolRaw'>
type Done = (fault?: Error | null) => void

/**
 * The embedded database where the driver expects a socket: bytes in, bytes out. PGlite's own connection for this driver
 * takes each of the five messages of a statement through a queue of its own and its own parser (measured: half as long
 * again for a short statement, and one that cannot be parsed ended the process).
 */
export class LiteStream extends Duplex {
  readonly #lite: Lite

  constructor(lite: Lite) {
    super()
    this.#lite = lite
  }

  /** The driver's way to reach a server; there is nothing to be reached, only to be ready. */
  connect(): void {
    this.#lite.waitReady.then(
      () => this.emit('connect'),
      (fault: unknown) => this.destroy(asError(fault)),
    )
  }

  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}

  override _write(message: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.#lite.execProtocolRaw(message).then(
      (answer) => {
        if (answer.length > 0) this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.length))
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
