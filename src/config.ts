import path from 'node:path'

/** How the app talks to Slack: to the sandbox on this machine, or live by signed HTTP requests or by Socket Mode. */
export type SlackConfig =
  | { readonly mode: 'sandbox'; readonly transport: 'http' | 'socket' }
  | (Live & { readonly transport: 'http'; readonly signingSecret: string })
  | (Live & { readonly transport: 'socket'; readonly appToken: string })

interface Live {
  readonly mode: 'live'
  readonly botToken: string
  /** another Slack-compatible server, ending in '/'; undefined is Slack's own */
  readonly apiUrl: string | undefined
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

export interface Config {
  readonly slack: SlackConfig
  /** undefined: the embedded database in `dataDir` */
  readonly databaseUrl: string | undefined
  /** absolute */
  readonly dataDir: string
  /** 0 picks a free one */
  readonly port: number
  /** the Slack user id of the first lead; live only */
  readonly firstLead: string | undefined
  /** 32 bytes; always there when live */
  readonly encryptionKey: Buffer | undefined
  readonly logLevel: (typeof LOG_LEVELS)[number]
  readonly isProduction: boolean
}

/** Why the app does not start: one line for each setting that is wrong, never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options)
    this.problems = problems
  }
}

type Env = Readonly<Record<string, string | undefined>>

/** Every setting that was read; `.env.example` documents each of them. */
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

const WHERE = {
  botToken: 'api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token',
  appToken: 'api.slack.com/apps > your app > Basic Information > App-Level Tokens, scope connections:write',
  signingSecret: 'api.slack.com/apps > your app > Basic Information > Signing Secret',
  key: '"npm run key" makes one',
  lead: 'in Slack: the profile > More > Copy member ID',
} as const

const PLACEHOLDER =
  /^(change-?me|placeholder|example|todo|secret|your[-_ ].*|x+|\.+|<.*>|xox[bp]-(\.+|x+|your.*)|xapp-(\.+|x+|your.*))$/i
const MIN_SECRET_LENGTH = 8

/** Reads settings and collects what is wrong with them, so that all of it is said at once. */
class Reader {
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

function readSlack(from: Reader, isProduction: boolean): SlackConfig {
  const [bot, app, signing] = [
    from.text('SLACK_BOT_TOKEN'),
    from.text('SLACK_APP_TOKEN'),
    from.text('SLACK_SIGNING_SECRET'),
  ]
  const transport = from.text('SANDBOX_TRANSPORT')
  const apiUrl = readApiUrl(from, isProduction)
  if (bot === undefined && app === undefined && signing === undefined) {
    if (isProduction)
      from.wrong('SLACK_BOT_TOKEN', `missing, and NODE_ENV=production refuses the sandbox; ${WHERE.botToken}`)
    if (transport !== undefined && transport !== 'http' && transport !== 'socket') {
      from.wrong('SANDBOX_TRANSPORT', 'must be http or socket')
    }
    return { mode: 'sandbox', transport: transport === 'socket' ? 'socket' : 'http' }
  }
  if (transport !== undefined) from.wrong('SANDBOX_TRANSPORT', 'has no meaning beside a Slack token; remove it')
  const botToken = from.secret(
    'SLACK_BOT_TOKEN',
    (v) => v.startsWith('xoxb-'),
    `it starts with xoxb-; ${WHERE.botToken}`,
  )
  const live = { mode: 'live', botToken, apiUrl } as const
  if (app !== undefined && signing !== undefined) {
    from.wrong('SLACK_APP_TOKEN', 'means Socket Mode, SLACK_SIGNING_SECRET means HTTP: remove one of the two')
  }
  if (app !== undefined) {
    const appToken = from.secret(
      'SLACK_APP_TOKEN',
      (v) => v.startsWith('xapp-'),
      `it starts with xapp-; ${WHERE.appToken}`,
    )
    return { ...live, transport: 'socket', appToken }
  }
  const signingSecret = from.secret(
    'SLACK_SIGNING_SECRET',
    (v) => v.length >= MIN_SECRET_LENGTH,
    `for HTTP: ${WHERE.signingSecret}; or set SLACK_APP_TOKEN for Socket Mode: ${WHERE.appToken}`,
  )
  return { ...live, transport: 'http', signingSecret }
}

function readApiUrl(from: Reader, isProduction: boolean): string | undefined {
  const value = from.text('SLACK_API_URL')
  if (value === undefined) return undefined
  const url = URL.parse(value)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    return from.wrong(
      'SLACK_API_URL',
      'must be an http(s) address without user, query and fragment, like https://slack.com/api/',
    )
  }
  if (isProduction && url.protocol !== 'https:') return from.wrong('SLACK_API_URL', 'must be https in production')
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

function readDatabaseUrl(from: Reader): string | undefined {
  const value = from.text('DATABASE_URL')
  if (value === undefined) return undefined
  const url = URL.parse(value)
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    return from.wrong('DATABASE_URL', 'must look like postgres://user:password@host:5432/database')
  }
  return value
}

function readPort(from: Reader): number {
  const value = from.raw('PORT') ?? '3000'
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) from.wrong('PORT', 'must be a whole number from 0 to 65535')
  return Number(value)
}

function readKey(from: Reader, isLive: boolean): Buffer | undefined {
  const value = from.text('ENCRYPTION_KEY')
  if (value === undefined) return isLive ? from.wrong('ENCRYPTION_KEY', `missing; ${WHERE.key}`) : undefined
  const isHex = /^[0-9a-f]{64}$/i.test(value)
  const isBase64 = /^[\w+/-]{43}=?$/.test(value)
  if (!isHex && !isBase64) return from.wrong('ENCRYPTION_KEY', `must be 32 bytes as hex or base64; ${WHERE.key}`)
  const key = Buffer.from(value, isHex ? 'hex' : 'base64')
  return key.some((byte) => byte !== 0) ? key : from.wrong('ENCRYPTION_KEY', `is all zero; ${WHERE.key}`)
}

/**
 * Reads every setting. Without a Slack token it is the sandbox, for which all defaults hold.
 * @throws ConfigError with all problems at once
 */
export function readConfig(env: Env): Config {
  const from = new Reader(env)
  const isProduction = from.text('NODE_ENV') === 'production'
  const slack = readSlack(from, isProduction)
  const level = from.text('LOG_LEVEL') ?? 'info'
  const logLevel = LOG_LEVELS.find((known) => known === level)
  if (!logLevel) from.wrong('LOG_LEVEL', `must be one of ${LOG_LEVELS.join(', ')}`)
  const firstLead = from.text('FIRST_LEAD')
  if (firstLead !== undefined && !/^[UW][A-Z0-9]{2,20}$/.test(firstLead)) {
    from.wrong('FIRST_LEAD', `must be a Slack user id like U012AB3CD; ${WHERE.lead}`)
  }
  const config: Config = {
    slack,
    databaseUrl: readDatabaseUrl(from),
    dataDir: path.resolve(from.text('DATA_DIR') ?? '.data'),
    port: readPort(from),
    firstLead,
    encryptionKey: readKey(from, slack.mode === 'live'),
    logLevel: logLevel ?? 'info',
    isProduction,
  }
  if (from.problems.length > 0) throw new ConfigError(from.problems)
  return config
}
