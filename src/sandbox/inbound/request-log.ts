import { Journal } from '../state/journal.ts'

/** A request to the app, kept to be replayed byte for byte. */
export interface InboundRequest {
  readonly n: number
  readonly at: number
  readonly what: string
  readonly headers: Readonly<Record<string, string>>
  /** the body (HTTP) or the frame (Socket Mode) */
  readonly body: string
}

const KEPT = 200

/** The last requests to the app, in a file of their own: they would swell the journal and are soon of no use. */
export class RequestLog {
  readonly #file: Journal
  #requests: InboundRequest[]

  constructor(folder: string) {
    this.#file = new Journal(folder, 'inbound')
    // Written by add alone.
    this.#requests = this.#file.read() as InboundRequest[]
  }

  add(request: InboundRequest): void {
    this.#requests.push(request)
    if (this.#requests.length < 2 * KEPT) return this.#file.append(request)
    this.#requests = this.#requests.slice(-KEPT)
    this.#file.replace(this.#requests)
  }

  /** The newest `count`, oldest first. */
  last(count: number): readonly InboundRequest[] {
    return this.#requests.slice(-Math.min(count, KEPT))
  }

  clear(): void {
    this.#requests = []
    this.#file.replace([])
  }

  close(): void {
    this.#file.close()
  }
}
