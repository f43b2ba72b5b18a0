import { randomUUID } from 'node:crypto'
import type { ReceiverEvent } from '@slack/bolt'
import nock from 'nock'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import type { Database } from '../../src/database/open.ts'
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts'
import { createBoundary } from '../../src/slack/boundary.ts'
import { createClients } from '../../src/slack/clients.ts'
import { ACTION } from '../../src/slack/ids.ts'
import type { Listeners } from '../../src/slack/listener.ts'
import { createLog } from '../../src/slack/log.ts'
import { mergeListeners } from '../../src/slack/registry.ts'
import { aMember, testApp } from '../support/app.ts'
import { freshDatabase, testDeps } from '../support/database.ts'

let database: Database
let pressed: string[]
let crash = false
/** clicks that were being worked on when the process was killed */
let cutOff = 0
const NOW = new Date('2026-02-02T14:00:00Z')

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(async () => database.close())
beforeEach(() => {
  pressed = []
  crash = false
  cutOff = 0
})
afterEach(() => nock.cleanAll())

const listeners = (): Listeners => ({
  commands: [
    { name: 'join', access: 'everyone', run: async () => ({ text: 'joined', blocks: [] }) },
    {
      name: 'report',
      access: 'lead',
      run: async () => {
        throw new Error('the database is on fire')
      },
    },
  ],
  actions: [
    {
      id: ACTION.met,
      access: 'everyone',
      keep: true,
      run: async (call) => {
        if (crash) {
          cutOff += 1
          await new Promise(() => {}) // the process is killed while it works
        }
        pressed.push(`${call.userId} ${call.value}`)
      },
    },
  ],
  submissions: [],
})

const app = (standing = aMember) =>
  testApp({ deps: testDeps(database), listeners: [listeners()], now: () => NOW, standingOf: () => standing })

/** The app without the harness, so that one payload can be delivered twice. */
function bare(): SlackApp {
  const log = createLog('silent')
  return createSlackApp(
    {
      deps: testDeps(database),
      copy: en,
      workspaceId: 'T1',
      interactive: createClients({ token: 'xoxb-1', slackApiUrl: undefined, log }).interactive,
      slackApiUrl: undefined,
      listeners: mergeListeners([listeners()]),
      boundary: createBoundary(log, () => '7F3K'),
      now: () => NOW,
      standingOf: async () => aMember,
      leadToAsk: async () => null,
    },
    { token: 'xoxb-1', botId: 'B1', botUserId: 'UBOT' },
    log,
  )
}

const click = (): ReceiverEvent['body'] => ({
  type: 'block_actions',
  team: { id: 'T1' },
  user: { id: 'U1' },
  trigger_id: randomUUID(),
  container: { type: 'message' },
  channel: { id: 'D1' },
  message: { ts: '1.1' },
  actions: [{ type: 'button', action_id: ACTION.met, block_id: 'b', value: '7/2026-02-01/' }],
})

test('a command is acknowledged and answered to this person alone', async () => {
  const seen = await app().command('U1', 'join')
  expect(seen.acks).toHaveLength(1)
  expect(seen.replies.map((r) => r.text)).toEqual(['joined'])
})

test('an unknown word gets help and a suggestion', async () => {
  const seen = await app().command('U1', 'jion')
  expect(JSON.stringify(seen.replies)).toContain('/mentor join')
  expect(JSON.stringify(seen.replies)).toContain('Did you mean')
})

test("a lead's command is refused to others with a sentence", async () => {
  const seen = await app().command('U1', 'report')
  expect(seen.replies.map((r) => r.text)).toEqual([en.refusals.not_allowed({})])
})

test('a fault is told with a reference, not with its cause', async () => {
  const tested = app({ ...aMember, leads: [1] })
  const seen = await tested.command('U1', 'report')
  expect(seen.replies[0]?.text).toContain('TEST')
  expect(seen.replies[0]?.text).toContain('Dana')
  expect(JSON.stringify(seen.replies)).not.toContain('fire')
  expect(tested.faults).toEqual(['the database is on fire'])
})

test('a fault behind a click inside a form takes the place of the form, with its reference', async () => {
  const broken: Listeners = {
    actions: [
      {
        id: ACTION.joinMore,
        access: 'everyone',
        run: async () => {
          throw new Error('the database is on fire')
        },
      },
    ],
  }
  const tested = testApp({ deps: testDeps(database), listeners: [broken], now: () => NOW, standingOf: () => aMember })
  const seen = await tested.action('U1', ACTION.joinMore, { view: {} })
  expect(JSON.stringify(seen.views)).toContain('TEST')
})

test('the same click delivered four times at once has one effect, and every delivery is acknowledged', async () => {
  const slack = bare()
  const body = click()
  let acks = 0
  await Promise.all(
    [1, 2, 3, 4].map(() =>
      slack.processEvent({
        body,
        ack: async () => {
          acks += 1
        },
      }),
    ),
  )
  expect(pressed).toEqual(['U1 7/2026-02-01/'])
  expect(acks).toBe(4)
})

test('a click that a crash cut off is finished at the next start, once', async () => {
  const slack = bare()
  crash = true
  void slack.processEvent({ body: click(), ack: async () => {} })
  await expect
    .poll(() => database.db.selectFrom('inbox').select('inbox_key').where('done_at', 'is', null).execute())
    .toHaveLength(1)
  await expect.poll(() => cutOff).toBe(1)
  crash = false
  const next = bare()
  await next.finishLeftovers()
  await next.finishLeftovers()
  expect(pressed).toEqual(['U1 7/2026-02-01/'])
  expect(await database.db.selectFrom('inbox').select('body').where('body', 'is not', null).execute()).toEqual([])
})

test('what was clicked is sealed while it waits', async () => {
  crash = true
  void bare().processEvent({ body: { ...click(), note: 'a canary' }, ack: async () => {} })
  await expect
    .poll(() => database.db.selectFrom('inbox').select('body').where('done_at', 'is', null).execute())
    .toHaveLength(1)
  const rows = await database.db.selectFrom('inbox').select('body').where('done_at', 'is', null).execute()
  expect(Buffer.from(rows[0]?.body ?? '').toString('latin1')).not.toContain('canary')
  await expect.poll(() => cutOff).toBe(1)
  crash = false
  await bare().finishLeftovers()
})

test('a payload of another workspace is refused and changes nothing', async () => {
  const acks: unknown[] = []
  await bare().processEvent({
    body: { command: '/mentor', text: 'join', team_id: 'T2', user_id: 'U1', trigger_id: randomUUID() },
    ack: async (answer: unknown) => void acks.push(answer),
  })
  expect(acks).toEqual([{ text: en.general.otherWorkspace, response_type: 'ephemeral' }])
  expect(await database.db.selectFrom('inbox').select('inbox_key').where('workspace_id', '=', 'T2').execute()).toEqual(
    [],
  )
})

test('a button from an earlier release answers that it is out of date', async () => {
  const seen = await app().action('U1', 'old.button')
  expect(seen.replies.map((r) => r.text)).toEqual([en.refusals.message_out_of_date({})])
})

test('a form from an earlier release turns into a kind notice', async () => {
  const { ack } = await app().submit('U1', 'old.form', {})
  expect(JSON.stringify(ack)).toContain(en.refusals.form_out_of_date({}))
})
