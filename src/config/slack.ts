import type { Reader } from './reader.ts'

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

/** Where in Slack to find it. */
const WHERE = {
  botToken: 'api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token',
  appToken: 'api.slack.com/apps > your app > Basic Information > App-Level Tokens, scope connections:write',
  signingSecret: 'api.slack.com/apps > your app > Basic Information > Signing Secret',
} as const

const MIN_SECRET_LENGTH = 8

/** Sandbox or live, and by which door; what is wrong with it is left in `from`. */
export function readSlack(from: Reader, isProduction: boolean): SlackConfig {
  const isLive = (['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const).some(
    (name) => from.text(name) !== undefined,
  )
  const apiUrl = readApiUrl(from, isProduction)
  return isLive ? readLive(from, apiUrl) : readSandbox(from, isProduction)
}

function readSandbox(from: Reader, isProduction: boolean): SlackConfig {
  const transport = from.text('SANDBOX_TRANSPORT') ?? 'http'
  if (isProduction) {
    from.wrong('SLACK_BOT_TOKEN', `missing, and NODE_ENV=production refuses the sandbox; ${WHERE.botToken}`)
  }
  if (transport !== 'http' && transport !== 'socket') from.wrong('SANDBOX_TRANSPORT', 'must be http or socket')
  return { mode: 'sandbox', transport: transport === 'socket' ? 'socket' : 'http' }
}

function readLive(from: Reader, apiUrl: string | undefined): SlackConfig {
  if (from.text('SANDBOX_TRANSPORT') !== undefined) {
    from.wrong('SANDBOX_TRANSPORT', 'has no meaning beside a Slack token; remove it')
  }
  const starts = (prefix: string) => (value: string) => value.startsWith(prefix)
  const botToken = from.secret('SLACK_BOT_TOKEN', starts('xoxb-'), `it starts with xoxb-; ${WHERE.botToken}`)
  const live = { mode: 'live', botToken, apiUrl } as const
  if (from.text('SLACK_APP_TOKEN') === undefined) {
    const how = `for HTTP: ${WHERE.signingSecret}; or set SLACK_APP_TOKEN for Socket Mode: ${WHERE.appToken}`
    const isLong = (value: string) => value.length >= MIN_SECRET_LENGTH
    return { ...live, transport: 'http', signingSecret: from.secret('SLACK_SIGNING_SECRET', isLong, how) }
  }
  if (from.text('SLACK_SIGNING_SECRET') !== undefined) {
    from.wrong('SLACK_APP_TOKEN', 'means Socket Mode, SLACK_SIGNING_SECRET means HTTP: remove one of the two')
  }
  const appToken = from.secret('SLACK_APP_TOKEN', starts('xapp-'), `it starts with xapp-; ${WHERE.appToken}`)
  return { ...live, transport: 'socket', appToken }
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
