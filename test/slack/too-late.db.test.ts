import nock from 'nock'
import { beforeEach, expect, test } from 'vitest'
import { ACTION } from '../../src/slack/ids.ts'
import { modal } from '../../src/slack/inputs.ts'
import type { Answers } from '../../src/slack/listener.ts'
import { useStaff } from '../support/staff.ts'
import { aMember, testApp, type TestApp } from '../support/app.ts'

const deps = useStaff()
const form = modal({ id: 'join', title: 'Join', close: 'Cancel', blocks: [] })
const opened: string[] = []
const open = async (call: Answers, how: string): Promise<undefined> => {
  opened.push(how)
  await call.open(form)
}
let app: TestApp

beforeEach(() => {
  nock.cleanAll()
  opened.length = 0
  // before the answers of the test app, so that it comes first
  nock('https://slack.com').post('/api/views.open').reply(200, { ok: false, error: 'expired_trigger_id' })
  app = testApp({
    deps,
    listeners: [
      {
        commands: [{ name: 'join', access: 'everyone', run: (call) => open(call, `join ${call.rest}`) }],
        actions: [{ id: ACTION.joinOpen, access: 'everyone', run: (call) => open(call, 'button') }],
      },
    ],
    now: () => new Date('2026-02-02T14:00:00Z'),
    standingOf: () => aMember,
  })
})

test('a form that came too late for Slack: said kindly, with a button that opens it', async () => {
  const late = await app.command('UANA', 'join Generations 2026')
  expect(late.views).toEqual([])
  expect(late.replies.map((m) => m.text)).toEqual([expect.stringContaining('Nothing was changed.')])
  expect(late.replies[0]?.blocks).toMatchObject([
    { type: 'section' },
    { type: 'actions', elements: [{ action_id: ACTION.commandAgain, value: 'join Generations 2026' }] },
  ])
  const again = await app.action('UANA', ACTION.commandAgain, { value: 'join Generations 2026' })
  expect(again.views).toMatchObject([{ title: { text: 'Join' } }])
  expect(opened).toEqual(['join Generations 2026', 'join Generations 2026'])
})

test('a click that came too late asks for another one, and says nothing of a fault', async () => {
  const late = await app.action('UANA', ACTION.joinOpen)
  expect(late.replies.map((m) => m.text)).toEqual([expect.stringContaining('Please click once more.')])
  expect((await app.action('UANA', ACTION.joinOpen)).views).toHaveLength(1)
})

test('what the button carries is no authority: somebody who may not is told so', async () => {
  const refused = await app.action('UANA', ACTION.commandAgain, { value: 'nonsense <!channel>' })
  expect(JSON.stringify(refused.replies)).toContain('I do not know')
  expect(JSON.stringify(refused.replies)).not.toContain('<!channel>')
})
