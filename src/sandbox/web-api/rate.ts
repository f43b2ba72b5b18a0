import { RateLimited } from './refused.ts'

/** Calls a virtual minute that Slack promises for each tier (more may pass there; here no more do). */
export const TIER = { one: 20, two: 20, three: 50, four: 100, none: Number.POSITIVE_INFINITY } as const

/** Messages a virtual minute to one workspace: "several hundred". */
const POSTS_A_MINUTE = 300
/** "About one a second" to one conversation, with a short burst. */
const POST_EVERY_MS = 1000
const POST_BURST = 3
const MINUTE_MS = 60_000

interface Window {
  start: number
  count: number
}

/** Slack's rate limits in virtual time; windows are forgotten at a restart, as Slack's would be over. */
export class RateWindows {
  readonly #windows = new Map<string, Window>()
  /** conversation -> instant from which one more message keeps the pace */
  readonly #next = new Map<string, number>()

  /** @throws RateLimited when the method had its calls of this minute */
  count(method: string, limit: number, now: number): void {
    const window = this.#window(method, now)
    if (window.count >= limit) throw new RateLimited(secondsUntil(window.start + MINUTE_MS, now))
    window.count += 1
  }

  /** @throws RateLimited when the conversation or the workspace had enough messages */
  countPost(channel: string, now: number): void {
    const window = this.#window('messages of the workspace', now)
    if (window.count >= POSTS_A_MINUTE) throw new RateLimited(secondsUntil(window.start + MINUTE_MS, now))
    const next = Math.max(this.#next.get(channel) ?? 0, now)
    const earliest = next - (POST_BURST - 1) * POST_EVERY_MS
    if (earliest > now) throw new RateLimited(secondsUntil(earliest, now))
    this.#next.set(channel, next + POST_EVERY_MS)
    window.count += 1
  }

  clear(): void {
    this.#windows.clear()
    this.#next.clear()
  }

  #window(name: string, now: number): Window {
    const window = this.#windows.get(name)
    if (window && now - window.start < MINUTE_MS && now >= window.start) return window
    const fresh = { start: now, count: 0 }
    this.#windows.set(name, fresh)
    return fresh
  }
}

const secondsUntil = (at: number, now: number): number => Math.max(1, Math.ceil((at - now) / 1000))
