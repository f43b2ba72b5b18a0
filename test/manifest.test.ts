import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { WebClient } from '@slack/web-api'
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createCipher } from '../src/database/cipher.ts'
import type { Deps } from '../src/database/deps.ts'
import { openRooms } from '../src/main/rooms.ts'
import { COMMAND } from '../src/slack/ids.ts'
import type { Listeners } from '../src/slack/listener.ts'
import { mergeListeners, usageHint } from '../src/slack/registry.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const text = readFileSync(path.join(ROOT, 'manifest.yml'), 'utf8')
const manifest = parse(text) as {
  features: {
    slash_commands: { command: string; usage_hint: string; should_escape: boolean }[]
    app_home: Record<string, boolean>
  }
  oauth_config: { scopes: { bot: string[]; bot_optional: string[] } }
  settings: { event_subscriptions: { bot_events: string[] } }
} // the schema test below holds it to this shape
let listeners: Required<Listeners>

beforeAll(() => {
  const client = new WebClient('xoxb-none')
  // rooms are only opened, nothing is asked of the database
  const deps: Deps = { db: undefined as never, cipher: createCipher(Buffer.alloc(32, 1)), wake: () => {} }
  listeners = mergeListeners(
    openRooms({ deps, interactive: client, bulk: client, pause: async () => {}, stopSending: async () => {} })
      .listeners,
  )
})

test('the manifest is valid against the schema of Slack', () => {
  const schema = JSON.parse(readFileSync(path.join(ROOT, 'test/data/slack-manifest.schema.2.json'), 'utf8')) as object // a JSON schema
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema)
  expect(validate(manifest) ? [] : validate.errors).toEqual([])
})

test('the command is the one the code listens to, with the hint that its registry makes', () => {
  expect(manifest.features.slash_commands.map((c) => [c.command, c.usage_hint, c.should_escape])).toEqual([
    [COMMAND, usageHint(listeners.commands), true],
  ])
})

test('the events are those the code listens to, and none is a message', () => {
  const heard = [...new Set(listeners.events.map((e) => e.type))].toSorted()
  expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual(heard)
  expect(heard.filter((type) => type.startsWith('message'))).toEqual([])
})

test('the scopes are the least: five, and four that can be left out', () => {
  const { bot, bot_optional } = manifest.oauth_config.scopes
  expect(bot.filter((scope) => !bot_optional.includes(scope)).toSorted()).toEqual([
    'chat:write',
    'commands',
    'im:write',
    'mpim:write',
    'users:read',
  ])
  expect(bot_optional.toSorted()).toEqual(['files:read', 'files:write', 'im:history', 'users:read.email'])
})

/** What each method that the code calls needs (docs.slack.dev, reference of each method). */
const NEEDS: Record<string, string | null> = {
  'auth.test': null,
  'chat.postMessage': 'chat:write',
  'conversations.history': 'im:history',
  'conversations.open': 'im:write',
  'files.completeUploadExternal': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'files.info': 'files:read',
  'users.list': 'users:read',
  'views.open': null,
  'views.publish': null,
  'views.push': null,
  'views.update': null,
}

test('no method is called that needs another scope', () => {
  const files = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (f) => f.endsWith('.ts') && !f.startsWith('sandbox') && !f.startsWith('rehearsal'),
  )
  const called = files.flatMap((f) =>
    [
      ...readFileSync(path.join(ROOT, 'src', f), 'utf8').matchAll(
        /\b(?:client|interactive|bulk)\??\.(auth|chat|conversations|files|users|views|reactions|team)\.(\w+)\(/gu,
      ),
    ].map((m) => `${m[1]}.${m[2]}`),
  )
  expect(files.length).toBeGreaterThan(50)
  expect([...new Set(called)].filter((method) => !(method in NEEDS))).toEqual([])
  const { bot } = manifest.oauth_config.scopes
  expect([...new Set(called)].filter((method) => NEEDS[method] !== null && !bot.includes(NEEDS[method] ?? ''))).toEqual(
    [],
  )
})

test('the Messages tab is read-only and the Home tab is on', () => {
  expect(manifest.features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: true,
  })
})
