/** What is called, as far as Slack counts it. */
export type Method = 'chat.postMessage' | 'conversations.open' | 'conversations.history'

/** A short burst, then its share of the minute: at most `burst` calls in any `everyMs`. */
interface Rate {
  readonly burst: number
  readonly everyMs: number
}

/** "Several hundred" messages a minute to a workspace, taken as 300; Tier 3 is 50 a minute. */
const RATES: Readonly<Record<Method, Rate>> = {
  'chat.postMessage': { burst: 10, everyMs: 2_000 },
  'conversations.open': { burst: 10, everyMs: 12_000 },
  'conversations.history': { burst: 10, everyMs: 12_000 },
}
const CONVERSATION_EVERY_MS = 1_000
const CONVERSATIONS_KEPT = 1_000

/** One workspace's calls to Slack: when the next may leave. Instants are milliseconds since 1970. */
export class Limiter {
  readonly #starts = new Map<Method, number[]>()
  readonly #paused = new Map<Method, number>()
  readonly #lastIn = new Map<string, number>()

  /** @param conversation whom a message goes to: one a second each */
  earliest(method: Method, now: number, conversation?: string): number {
    const starts = this.#starts.get(method) ?? []
    const { burst, everyMs } = RATES[method]
    const oldest = starts.length < burst ? undefined : starts[0]
    const last = conversation === undefined ? undefined : this.#lastIn.get(conversation)
    return Math.max(
      now,
      this.pausedUntil(method),
      oldest === undefined ? 0 : oldest + everyMs,
      last === undefined ? 0 : last + CONVERSATION_EVERY_MS,
    )
  }

  take(method: Method, now: number, conversation?: string): void {
    const starts = this.#starts.get(method) ?? []
    this.#starts.set(method, [...starts, now].slice(-RATES[method].burst))
    if (conversation === undefined) return
    if (this.#lastIn.size >= CONVERSATIONS_KEPT) this.#forget(now)
    this.#lastIn.set(conversation, now)
  }

  /** Nothing leaves before that instant; an earlier pause is never shortened. */
  pause(method: Method, until: number): void {
    this.#paused.set(method, Math.max(until, this.pausedUntil(method)))
  }

  pausedUntil(method: Method): number {
    return this.#paused.get(method) ?? 0
  }

  #forget(now: number): void {
    for (const [conversation, at] of this.#lastIn)
      if (at + CONVERSATION_EVERY_MS <= now) this.#lastIn.delete(conversation)
  }
}
