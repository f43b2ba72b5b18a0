import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '../../src/slack/log.ts'
import { httpInlet } from '../../src/slack/receivers.ts'

const SECRET = 'signing secret of a test'
const NOW = Date.now()
let server: Server
let seen: unknown[]

beforeEach(async () => {
  seen = []
  const inlet = httpInlet(
    async ({ body, ack }) => {
      seen.push(body)
      await ack()
    },
    { signingSecret: SECRET, realNow: () => NOW, log: createLog('silent') },
  )
  server = createServer((request, response) => void inlet.handle(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` // a TCP server that listens

async function post(
  body: string,
  how: { at?: string; secret?: string; type?: string; method?: string; signature?: string } = {},
) {
  const at = how.at ?? String(Math.floor(NOW / 1000))
  const signature =
    how.signature ??
    `v0=${createHmac('sha256', how.secret ?? SECRET)
      .update(`v0:${at}:${body}`)
      .digest('hex')}`
  const response = await fetch(url(), {
    method: how.method ?? 'POST',
    headers: {
      'content-type': how.type ?? 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': at,
      'x-slack-signature': signature,
    },
    ...(how.method === 'GET' ? {} : { body }),
  })
  return { status: response.status, text: await response.text() }
}

const seconds = (off: number) => String(Math.floor(NOW / 1000) + off)

test('a signed command reaches the app', async () => {
  expect((await post('command=/mentor&text=join')).status).toBe(200)
  expect(seen).toEqual([{ command: '/mentor', text: 'join' }])
})

test('a charset beside the content type is accepted', async () => {
  expect((await post('command=/mentor', { type: 'application/x-www-form-urlencoded; charset=utf-8' })).status).toBe(200)
})

test.each([
  ['299 s old', { at: seconds(-299) }, 200],
  ['301 s old', { at: seconds(-302) }, 401],
  ['299 s ahead', { at: seconds(299) }, 200],
  ['302 s ahead', { at: seconds(302) }, 401],
  ['an exponent as time', { at: '1e9' }, 401],
  ['no number as time', { at: 'Infinity' }, 401],
  ['another secret', { secret: 'other' }, 401],
  ['another version', { signature: 'v1=00' }, 401],
  ['text/plain', { type: 'text/plain' }, 415],
  ['GET', { method: 'GET' }, 405],
])('%s is answered with its status and an empty body', async (_name, how, status) => {
  const answer = await post('command=/mentor', how)
  expect(answer.status).toBe(status)
  expect(answer.text).toBe('')
  expect(seen).toHaveLength(status === 200 ? 1 : 0)
})

test('more than 1 MB is refused with 413 and nothing is handled', async () => {
  expect((await post('x'.repeat(1024 * 1024 + 1))).status).toBe(413)
  expect(seen).toEqual([])
})
