/** One line of what travelled between app and Slack, for the page. */
export interface Travelled {
  readonly n: number
  readonly at: number
  readonly direction: 'to-app' | 'to-slack'
  readonly what: string
  readonly user: string | null
  readonly ms: number
  readonly outcome: string
  readonly body: unknown
}

const KEPT = 600

/** The last few hundred requests in both directions; not kept over a restart. */
export class Traffic {
  #lines: Travelled[] = []
  #n = 0

  add(line: Omit<Travelled, 'n'>): void {
    this.#n += 1
    this.#lines.push({ ...line, n: this.#n })
    if (this.#lines.length > 2 * KEPT) this.#lines = this.#lines.slice(-KEPT)
  }

  /** Those after number `since`, newest last, at most `limit` (the newest). */
  since(since: number, limit: number): readonly Travelled[] {
    const first = this.#lines[0]?.n ?? 1
    return this.#lines.slice(Math.max(0, since + 1 - first)).slice(-Math.min(limit, KEPT))
  }

  clear(): void {
    this.#lines = []
  }
}
