import { afterEach, describe, expect, test } from 'vitest'
import { aSandbox, type AppHandler, type Running } from './support/server.ts'

let running: Running
afterEach(() => running.stop())

/** Keeps the response_url of each request and acknowledges with `ack`. */
async function keepingUrls(ack = ''): Promise<string[]> {
  const urls: string[] = []
  const app: AppHandler = (_request, response, body) => {
    const form = new URLSearchParams(body)
    const url = form.get('response_url') ?? JSON.parse(form.get('payload') ?? '{}').response_url
    if (typeof url === 'string') urls.push(url)
    response.end(ack)
  }
  running = await aSandbox({ app })
  return urls
}

const say = async (url: string | undefined, body: unknown) => {
  const response = await fetch(url ?? '', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

const texts = (user: string) =>
  running.sandbox.people.conversations(user).flatMap(({ messages }) => messages.map(({ text }) => text))

describe('a response_url', () => {
  test('works five times', async () => {
    const urls = await keepingUrls()
    await running.control('/command', { user: 'U01', text: '' })
    const statuses = []
    for (let i = 1; i <= 6; i += 1) statuses.push((await say(urls[0], { text: `${i}` })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404])
    expect(texts('U01')).toEqual(['1', '2', '3', '4', '5'])
    expect(await say(urls[0], { text: 'x' })).toEqual({ status: 404, body: { ok: false, error: 'used_url' } })
  })

  test('works for thirty virtual minutes', async () => {
    const urls = await keepingUrls()
    await running.control('/clock', { hold: true })
    await running.control('/command', { user: 'U01', text: '' })
    await running.control('/clock', { by: 'PT30M' })
    expect(await say(urls[0], { text: 'in time' })).toMatchObject({ status: 200 })
    await running.control('/clock', { by: 'PT1S' })
    expect(await say(urls[0], { text: 'late' })).toEqual({ status: 404, body: { ok: false, error: 'expired_url' } })
    expect(await say(`${running.origin}/response/invented`, { text: 'x' })).toMatchObject({ status: 404 })
  })

  test('refuses what breaks a rule, and that is no use of it', async () => {
    const urls = await keepingUrls()
    await running.control('/command', { user: 'U01', text: '' })
    expect(await say(urls[0], { text: 'x', blocks: [{ type: 'banner' }] })).toEqual({
      status: 400,
      body: { ok: false, error: 'invalid_blocks' },
    })
    expect(await say(urls[0], 'hello')).toEqual({ status: 400, body: { ok: false, error: 'invalid_payload' } })
    expect(texts('U01')).toEqual([])
  })

  test('replaces or deletes what was clicked, and nothing after it changes who sees it', async () => {
    const urls = await keepingUrls()
    const blocks = [
      {
        type: 'actions',
        block_id: 'a',
        elements: [{ type: 'button', action_id: 'go', value: '1', text: { type: 'plain_text', text: 'Go' } }],
      },
    ]
    const { body } = await running.api<{ ts: string }>('chat.postMessage', { channel: 'U01', text: 'Choose', blocks })
    const click = () => running.control('/action', { user: 'U01', channel: 'D01', ts: body.ts, action_id: 'go' })
    await click()
    await say(urls[0], { replace_original: true, text: 'Chosen', blocks })
    const [message] = running.sandbox.people.conversations('U01')[0]?.messages ?? []
    expect(message).toMatchObject({ ts: body.ts, text: 'Chosen', ephemeral: false })
    await click()
    await say(urls[1], { delete_original: true })
    expect(texts('U01')).toEqual([])
  })

  test('says something to the person alone unless told otherwise', async () => {
    const urls = await keepingUrls()
    await running.api('conversations.open', { users: 'U01,U02' })
    await running.control('/command', { user: 'U01', text: '', channel: 'G0001' })
    await say(urls[0], { text: 'psst' })
    await say(urls[0], { text: 'all', response_type: 'in_channel' })
    expect([texts('U01'), texts('U02')]).toEqual([['psst', 'all'], ['all']])
  })
})

describe('the acknowledgement of a command', () => {
  test.each([
    ['text', 'Hello', { text: 'Hello' }],
    [
      'JSON',
      JSON.stringify({ text: 'Hi', blocks: [{ type: 'divider' }] }),
      { text: 'Hi', blocks: [{ type: 'divider' }] },
    ],
  ])('may carry %s', async (_name, ack, response) => {
    await keepingUrls(ack)
    const { body } = await running.control('/command', { user: 'U01', text: '' })
    expect(body).toMatchObject({ response, view: null })
    expect(body).not.toHaveProperty('failed')
  })

  test('that breaks a rule is told by Slackbot', async () => {
    await keepingUrls(JSON.stringify({ text: 'x', blocks: [{ type: 'banner' }] }))
    const { body } = await running.control('/command', { user: 'U01', text: '' })
    expect(body).toMatchObject({ response: { text: 'The command failed with the error "invalid_blocks".' } })
  })
})
