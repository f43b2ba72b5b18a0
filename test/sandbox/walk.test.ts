import { afterEach, expect, test } from 'vitest'
import { aSandbox, type AppHandler, type Running } from './support/server.ts'

let running: Running
afterEach(() => running.stop())

const modal = {
  type: 'modal',
  callback_id: 'join',
  title: { type: 'plain_text', text: 'Join' },
  submit: { type: 'plain_text', text: 'Join' },
  blocks: [
    {
      type: 'input',
      block_id: 'why',
      label: { type: 'plain_text', text: 'Why' },
      element: { type: 'plain_text_input', action_id: 'text' },
    },
  ],
}

test('a person types a command, fills in the modal it opens and finds the message that follows', async () => {
  const app: AppHandler = async (_request, response, body) => {
    const form = new URLSearchParams(body)
    const payload = form.get('payload')
    response.end()
    if (payload === null) {
      await running.api('views.open', { trigger_id: form.get('trigger_id'), view: modal })
      return
    }
    const { user, view } = JSON.parse(payload)
    await running.api('chat.postMessage', { channel: user.id, text: `You wrote ${view.state.values.why.text.value}` })
  }
  running = await aSandbox({ app })
  const { body: opened } = await running.control<{ view: { id: string } }>('/command', { user: 'U01', text: 'join' })
  expect(opened).toMatchObject({ response: null, view: { callback_id: 'join', type: 'modal' } })
  const values = { why: { text: 'to learn' } }
  const { body: submitted } = await running.control('/submit', { user: 'U01', view_id: opened.view.id, values })
  expect(submitted).toEqual({ closed: true })
  const { body: conversations } = await running.control('/conversations?user=U01')
  expect(conversations).toMatchObject([
    { channel: 'D01', kind: 'im', with: ['U01'], messages: [{ from: 'app', text: 'You wrote to learn' }] },
  ])
  const { body: ledger } = await running.control<{ calls: { method: string }[] }>('/ledger?since=0')
  expect(ledger.calls.map((call) => call.method)).toEqual(['views.open', 'chat.postMessage'])
})
