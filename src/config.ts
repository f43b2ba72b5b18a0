import path from 'node:path'
import { type Env, Reader } from './config/reader.ts'
import { readSlack, type SlackConfig } from './config/slack.ts'

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

const WHERE = {
  key: '"npm run key" makes one',
  lead: 'in Slack: the profile > More > Copy member ID',
} as const

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
