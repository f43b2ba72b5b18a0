/** What Slack answers instead: `{"ok": false, "error": code, ...more}`. */
export class Refused extends Error {
  readonly code: string
  readonly more: Readonly<Record<string, unknown>>

  constructor(code: string, more: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.code = code
    this.more = more
  }

  /** Slack's form for arguments that break a rule, each problem with its JSON pointer. */
  static because(code: string, problems: readonly string[]): Refused {
    return new Refused(code, {
      errors: problems,
      response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
    })
  }
}

/** Too many calls: HTTP 429 with Retry-After. */
export class RateLimited extends Error {
  readonly seconds: number

  constructor(seconds: number) {
    super('ratelimited')
    this.seconds = seconds
  }
}
