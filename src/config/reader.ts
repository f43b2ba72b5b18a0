export type Env = Readonly<Record<string, string | undefined>>

/** Every setting there is; `.env.example` documents each of them. */
export const SETTINGS = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_API_URL',
  'SANDBOX_TRANSPORT',
  'DATABASE_URL',
  'DATA_DIR',
  'PORT',
  'FIRST_LEAD',
  'ENCRYPTION_KEY',
  'LOG_LEVEL',
  'NODE_ENV',
] as const

type Setting = (typeof SETTINGS)[number]

const PLACEHOLDER =
  /^(change-?me|placeholder|example|todo|secret|your[-_ ].*|x+|\.+|<.*>|xox[bp]-(\.+|x+|your.*)|xapp-(\.+|x+|your.*))$/i

/** Reads settings and collects what is wrong with them, so that all of it is said at once. */
export class Reader {
  readonly problems: string[] = []
  readonly #env: Env

  constructor(env: Env) {
    this.#env = env
  }

  /** Spaces around a value and a value of spaces alone come from editing a file: they are no setting. */
  text(name: Setting): string | undefined {
    return this.#env[name]?.trim() || undefined
  }

  raw(name: Setting): string | undefined {
    return this.#env[name] || undefined
  }

  wrong(name: Setting, what: string): undefined {
    this.problems.push(`${name}: ${what}`)
  }

  secret(name: Setting, isRight: (value: string) => boolean, what: string): string {
    const value = this.text(name)
    if (value === undefined || PLACEHOLDER.test(value) || !isRight(value)) {
      this.wrong(name, `${value === undefined ? 'missing' : 'not usable'}; ${what}`)
    }
    return value ?? ''
  }
}
