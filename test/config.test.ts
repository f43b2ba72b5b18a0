import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { SETTINGS } from '../src/config/reader.ts'
import { ConfigError, readConfig } from '../src/config.ts'

const KEY = 'a1'.repeat(32)
const LIVE_HTTP = { SLACK_BOT_TOKEN: 'xoxb-1-abc', SLACK_SIGNING_SECRET: '8f742231b10e8888', ENCRYPTION_KEY: KEY }
const LIVE_SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1-abc', SLACK_APP_TOKEN: 'xapp-1-abc', ENCRYPTION_KEY: KEY }

/** What is wrong with these settings, line by line. */
function problems(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (fault) {
    if (fault instanceof ConfigError) return fault.problems
    throw fault
  }
}

const named = (env: Record<string, string>) => problems(env).map((line) => line.split(':')[0])

test('no settings at all mean the sandbox with an embedded database', () => {
  expect(readConfig({})).toEqual({
    slack: { mode: 'sandbox', transport: 'http' },
    databaseUrl: undefined,
    dataDir: path.resolve('.data'),
    port: 3000,
    firstLead: undefined,
    encryptionKey: undefined,
    logLevel: 'info',
    isProduction: false,
  })
})

test('an empty line of .env.example is no setting', () => {
  expect(readConfig(Object.fromEntries(SETTINGS.map((name) => [name, ''])))).toEqual(readConfig({}))
})

test('a signing secret means HTTP, an app token Socket Mode', () => {
  expect(readConfig(LIVE_HTTP).slack).toEqual({
    mode: 'live',
    transport: 'http',
    botToken: 'xoxb-1-abc',
    signingSecret: '8f742231b10e8888',
    apiUrl: undefined,
  })
  expect(readConfig(LIVE_SOCKET).slack).toMatchObject({ mode: 'live', transport: 'socket', appToken: 'xapp-1-abc' })
})

describe('a Slack setting is refused', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['a bot token alone', { SLACK_BOT_TOKEN: 'xoxb-1-abc', ENCRYPTION_KEY: KEY }, ['SLACK_SIGNING_SECRET']],
    ['an empty signing secret', { ...LIVE_HTTP, SLACK_SIGNING_SECRET: '' }, ['SLACK_SIGNING_SECRET']],
    ['a signing secret of spaces', { ...LIVE_HTTP, SLACK_SIGNING_SECRET: '   ' }, ['SLACK_SIGNING_SECRET']],
    ['a placeholder secret', { ...LIVE_HTTP, SLACK_SIGNING_SECRET: 'changeme' }, ['SLACK_SIGNING_SECRET']],
    [
      'another placeholder secret',
      { ...LIVE_HTTP, SLACK_SIGNING_SECRET: 'your-signing-secret' },
      ['SLACK_SIGNING_SECRET'],
    ],
    ['a signing secret alone', { SLACK_SIGNING_SECRET: '8f742231b10e8888', ENCRYPTION_KEY: KEY }, ['SLACK_BOT_TOKEN']],
    ['an app token alone', { SLACK_APP_TOKEN: 'xapp-1-abc', ENCRYPTION_KEY: KEY }, ['SLACK_BOT_TOKEN']],
    ['a user token as bot token', { ...LIVE_HTTP, SLACK_BOT_TOKEN: 'xoxp-1-abc' }, ['SLACK_BOT_TOKEN']],
    ['a placeholder token', { ...LIVE_HTTP, SLACK_BOT_TOKEN: 'xoxb-...' }, ['SLACK_BOT_TOKEN']],
    ['a bot token as app token', { ...LIVE_SOCKET, SLACK_APP_TOKEN: 'xoxb-1' }, ['SLACK_APP_TOKEN']],
    ['both ways at once', { ...LIVE_HTTP, ...LIVE_SOCKET }, ['SLACK_APP_TOKEN']],
    ['a sandbox setting beside a token', { ...LIVE_HTTP, SANDBOX_TRANSPORT: 'http' }, ['SANDBOX_TRANSPORT']],
    ['an unknown sandbox transport', { SANDBOX_TRANSPORT: 'pigeon' }, ['SANDBOX_TRANSPORT']],
    ['production without tokens', { NODE_ENV: 'production' }, ['SLACK_BOT_TOKEN']],
    [
      'plain http in production',
      { ...LIVE_HTTP, NODE_ENV: 'production', SLACK_API_URL: 'http://slack.example/api/' },
      ['SLACK_API_URL'],
    ],
    ['an API address that is none', { ...LIVE_HTTP, SLACK_API_URL: 'slack.example' }, ['SLACK_API_URL']],
    ['an API address with a user', { ...LIVE_HTTP, SLACK_API_URL: 'https://a:b@slack.example/' }, ['SLACK_API_URL']],
  ])('%s', (_what, env, expected) => {
    expect(named(env)).toEqual(expected)
  })
})

test('an API address ends in a slash, and may be plain http outside production', () => {
  const { slack } = readConfig({ ...LIVE_HTTP, SLACK_API_URL: 'http://127.0.0.1:4000/api' })
  expect(slack).toMatchObject({ apiUrl: 'http://127.0.0.1:4000/api/' })
})

test.each(['abc', '-1', '70000', '80 ', '1e3', '0x50', '80.5', '65536'])('port "%s" is refused', (PORT) => {
  expect(named({ PORT })).toEqual(['PORT'])
})

test.each([
  ['0', 0],
  ['80', 80],
  ['65535', 65_535],
])('port %s is taken', (PORT, port) => {
  expect(readConfig({ PORT }).port).toBe(port)
})

test.each([
  ['31 bytes of hex', 'a1'.repeat(31)],
  ['31 bytes of base64', Buffer.alloc(31, 9).toString('base64')],
  ['33 bytes of base64', Buffer.alloc(33, 9).toString('base64')],
  ['neither hex nor base64', '!'.repeat(64)],
  ['all zero in hex', '0'.repeat(64)],
  ['all zero in base64', Buffer.alloc(32).toString('base64')],
])('an encryption key is refused: %s', (_what, ENCRYPTION_KEY) => {
  expect(named({ ENCRYPTION_KEY })).toEqual(['ENCRYPTION_KEY'])
})

test.each([
  ['hex', KEY],
  ['base64', Buffer.alloc(32, 0xa1).toString('base64')],
  ['base64 without padding', Buffer.alloc(32, 0xa1).toString('base64').replace('=', '')],
  ['base64url', Buffer.alloc(32, 0xa1).toString('base64url')],
])('an encryption key is taken as %s', (_how, ENCRYPTION_KEY) => {
  expect(readConfig({ ENCRYPTION_KEY }).encryptionKey).toEqual(Buffer.alloc(32, 0xa1))
})

test('live needs an encryption key', () => {
  expect(named({ ...LIVE_HTTP, ENCRYPTION_KEY: '' })).toEqual(['ENCRYPTION_KEY'])
})

test.each<[string, Record<string, string>]>([
  ['DATABASE_URL', { DATABASE_URL: 'mysql://host/db' }],
  ['DATABASE_URL', { DATABASE_URL: 'host=localhost' }],
  ['FIRST_LEAD', { FIRST_LEAD: '@ana' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
])('%s is refused: %o', (name, env) => {
  expect(named(env)).toEqual([name])
})

test('all problems are said at once, one line each, and no value is ever shown', () => {
  const env = {
    SLACK_BOT_TOKEN: 'canary-token',
    SLACK_SIGNING_SECRET: 'changeme',
    SLACK_API_URL: 'ftp://canary-api',
    SANDBOX_TRANSPORT: 'canary-transport',
    DATABASE_URL: 'canary://user:canary-password@host/db',
    PORT: 'canary-port',
    FIRST_LEAD: 'canary-lead',
    ENCRYPTION_KEY: 'canary-key',
    LOG_LEVEL: 'canary-level',
    NODE_ENV: 'production',
  }
  const lines = problems(env)
  const named = new Set(lines.map((line) => line.split(':')[0]))
  expect(named).toEqual(new Set(Object.keys(env).filter((name) => name !== 'NODE_ENV')))
  expect(lines).toHaveLength(named.size)
  expect(lines.join('\n')).not.toMatch(/canary|changeme/)
  for (const line of lines) expect(line).not.toContain('\n')
})

test('a problem with a token says where in Slack to get it', () => {
  expect(problems({ SLACK_APP_TOKEN: 'nope', ENCRYPTION_KEY: KEY }).join('\n')).toMatch(
    /SLACK_BOT_TOKEN: missing.*OAuth & Permissions[\s\S]*SLACK_APP_TOKEN: not usable.*App-Level Tokens/,
  )
})

test('.env.example documents exactly the settings that are read', () => {
  const lines = readFileSync(path.resolve(import.meta.dirname, '../.env.example'), 'utf8').split('\n')
  const documented = lines.flatMap((line, i) => {
    const name = /^([A-Z_]+)=$/.exec(line)?.[1]
    return name ? [{ name, comment: lines[i - 1] ?? '' }] : []
  })
  expect(documented).toHaveLength(SETTINGS.length)
  expect(new Set(documented.map((d) => d.name))).toEqual(new Set(SETTINGS))
  for (const { comment } of documented) expect(comment).toMatch(/^# \S/)
})
