import type { App, BlockButtonAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { afterEach, describe, expect, test } from 'vitest'
import { withBolt } from './support/bolt.ts'
import type { Running } from './support/server.ts'

let running: Running
afterEach(() => running.stop())

const button = (action_id: string, value: string) =>
  ({ type: 'button', action_id, value, text: { type: 'plain_text', text: action_id } }) as const

const form: ModalView = {
  type: 'modal',
  callback_id: 'offer',
  notify_on_close: true,
  title: { type: 'plain_text', text: 'Offer' },
  submit: { type: 'plain_text', text: 'Save' },
  blocks: [
    {
      type: 'input',
      block_id: 'skills',
      label: { type: 'plain_text', text: 'Skills' },
      element: {
        type: 'checkboxes',
        action_id: 'chosen',
        options: ['excel', 'hiring'].map((value) => ({ text: { type: 'plain_text', text: value }, value })),
      },
    },
  ],
}

function listen(app: App): void {
  app.command('/mentor', async ({ command, ack, respond, client, body }) => {
    await ack()
    if (command.text === 'offer') await client.views.open({ trigger_id: body.trigger_id, view: form })
    else if (command.text === 'ask') {
      const blocks = [
        { type: 'actions' as const, block_id: 'a', elements: [button('met', 'pair-1'), button('not_met', 'pair-1')] },
      ]
      await client.chat.postMessage({ channel: body.user_id, text: 'Did you meet?', blocks })
    } else await respond(`You typed ${command.text}`)
  })
  app.action<BlockButtonAction>('met', async ({ ack, action, respond }) => {
    await ack()
    await respond({ replace_original: true, text: `Met: ${action.value}`, blocks: [] })
  })
  app.view('offer', async ({ ack, view }) => {
    const chosen = view.state.values['skills']?.['chosen']?.selected_options ?? []
    if (chosen.length < 2) await ack({ response_action: 'errors', errors: { skills: 'Choose two.' } })
    else await ack()
  })
  app.view({ callback_id: 'offer', type: 'view_closed' }, async ({ ack, client, body }) => {
    await ack()
    await client.chat.postMessage({ channel: body.user.id, text: 'You closed it' })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return
    const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: `Hello <@${event.user}>` } }]
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
  })
  app.event('user_change', async ({ event, client }) => {
    await client.chat.postMessage({ channel: 'U08', text: `${event.user.id} deleted: ${event.user.deleted}` })
  })
}

describe.each(['http', 'socket'] as const)('real Bolt over %s', (transport) => {
  test('a command is answered through its response_url', async () => {
    running = await withBolt(transport, listen)
    const { body } = await running.control('/command', { user: 'U01', text: 'hello @Bo Lind & <all>' })
    expect(body).toMatchObject({ response: { text: 'You typed hello <@U02|bo.lind> &amp; &lt;all&gt;' }, view: null })
    expect(body['ack_ms']).toBeLessThan(3000)
  })

  test('a modal takes errors beside a field and closes when all is well', async () => {
    running = await withBolt(transport, listen)
    const { body } = await running.control<{ view: { id: string } }>('/command', { user: 'U01', text: 'offer' })
    const submit = async (chosen: string[]) =>
      (await running.control('/submit', { user: 'U01', view_id: body.view.id, values: { skills: { chosen } } })).body
    expect(await submit(['excel'])).toEqual({ errors: { skills: 'Choose two.' } })
    expect(await submit(['excel', 'hiring'])).toEqual({ closed: true })
    expect((await running.control('/view?user=U01')).body).toBeNull()
  })

  test('a button redraws its message', async () => {
    running = await withBolt(transport, listen)
    await running.control('/command', { user: 'U01', text: 'ask' })
    const [before] = running.sandbox.people.conversations('U01')
    const ts = before?.messages[0]?.ts
    await running.control('/action', { user: 'U01', channel: 'D01', ts, action_id: 'met' })
    const [after] = running.sandbox.people.conversations('U01')
    expect(after?.messages).toMatchObject([{ ts, text: 'Met: pair-1', blocks: [] }])
  })

  test('Home is published when it is opened, and a closed modal is told', async () => {
    running = await withBolt(transport, listen)
    expect((await running.control('/home?user=U02')).body).toMatchObject({
      type: 'home',
      blocks: [{ text: { text: 'Hello <@U02>' } }],
    })
    const { body } = await running.control<{ view: { id: string } }>('/command', { user: 'U02', text: 'offer' })
    await running.control('/close', { user: 'U02', view_id: body.view.id })
    expect(running.sandbox.people.conversations('U02')[0]?.messages).toMatchObject([{ text: 'You closed it' }])
  })

  test('who leaves the company is told by user_change and cannot be written to', async () => {
    running = await withBolt(transport, listen)
    await running.control('/deactivate', { user: 'U01' })
    expect(running.sandbox.people.conversations('U08')[0]?.messages).toMatchObject([{ text: 'U01 deleted: true' }])
    expect((await running.api('chat.postMessage', { channel: 'U01', text: 'x' })).body).toMatchObject({
      error: 'user_disabled',
    })
  })
})
