import type { Db } from '../database/deps.ts'
import { beat, type Heartbeat } from './heartbeat-store.ts'
import { type Result, writeResults } from './outcome-store.ts'

/** How long an outcome waits for company before it is written, by the program's clock. */
const LINGER_MS = 250

/**
 * Outcomes on their way to the database: several are one statement. What cannot be written stays here and is tried
 * again; until then its row says that it is being sent, which is true as far as anybody else can know.
 */
export class Results {
  readonly #db: Db
  readonly #workspaceId: string
  /** where the app may not read back what it sent, each outcome is written at once: a crash then leaves one doubt */
  isPatient = false
  #fence = 0
  #results: Result[] = []
  #beats: Heartbeat[] = []
  #eldestAt = Number.POSITIVE_INFINITY

  constructor(db: Db, workspaceId: string) {
    this.#db = db
    this.#workspaceId = workspaceId
  }

  /** Of the claim that the next results belong to; earlier ones are written by then. */
  beginClaim(fence: number): void {
    this.#fence = fence
  }

  add(result: Result, now: number): void {
    this.#results.push(result)
    this.#eldestAt = Math.min(this.#eldestAt, now)
  }

  /** Word for `health` and for the next process. */
  leaveWord(heartbeat: Heartbeat): void {
    this.#beats.push(heartbeat)
  }

  isStale(now: number): boolean {
    return this.#results.length > 0 && (!this.isPatient || now - this.#eldestAt >= LINGER_MS)
  }

  /** @throws what the database throws; nothing is forgotten then */
  async flush(): Promise<void> {
    const results = [...this.#results]
    if (results.length > 0) {
      await writeResults(this.#db, this.#workspaceId, this.#fence, results)
      this.#results = this.#results.slice(results.length)
      this.#eldestAt = this.#results.length > 0 ? this.#eldestAt : Number.POSITIVE_INFINITY
    }
    for (let word = this.#beats[0]; word !== undefined; word = this.#beats[0]) {
      await beat(this.#db, this.#workspaceId, word)
      this.#beats.shift()
    }
  }
}
