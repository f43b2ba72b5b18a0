import { afterEach, expect, test } from 'vitest'
import type { PeopleClient } from '../../src/sandbox/host.ts'
import { aSandbox, type AppHandler, type Running } from './support/server.ts'

let running: Running
afterEach(() => running.stop())

const HOUR = 3_600_000

/** An app that answers a command through its response_url, some virtual time later. */
const slowly: AppHandler = async (_request, response, body) => {
  response.end()
  const url = new URLSearchParams(body).get('response_url')
  if (url) await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'answered' }) })
}

/** Somebody who types each hour and keeps what came back. */
function typist(answers: unknown[]) {
  return (_company: unknown, people: PeopleClient, over: AbortSignal): void => {
    void running.clock.work('U01 types', async () => {
      while (!over.aborted) {
        await running.clock.sleep(running.clock.now() + HOUR, over)
        if (over.aborted || people.byHand('U01')) return
        const { response } = await people.command('U01', 'hello')
        answers.push([new Date(people.now()).toISOString().slice(11, 16), response?.text])
      }
    })
  }
}

test('invented people act while the clock moves, and see what came of it', async () => {
  const answers: unknown[] = []
  running = await aSandbox({ app: slowly, rehearsal: { play: typist(answers) } })
  await running.control('/clock', { hold: true })
  await running.control('/clock', { by: 'PT3H30M' })
  expect(answers).toEqual([
    ['15:00', 'answered'],
    ['16:00', 'answered'],
    ['17:00', 'answered'],
  ])
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(answers).toHaveLength(3)
})

test('they do nothing while simulate is off, which outlives a change of company', async () => {
  const answers: unknown[] = []
  running = await aSandbox({ app: slowly, rehearsal: { play: typist(answers) } })
  await running.control('/simulate', { on: false })
  await running.control('/company', { name: 'sachse-2016' })
  await running.control('/clock', { by: 'PT3H' })
  expect(answers).toEqual([])
})

test.each([
  ['a command', () => running.control('/command', { user: 'U01', text: '' })],
  ['a message', () => running.control('/message', { user: 'U01', channel: 'G0001', text: 'x' })],
  ['leaving the company', () => running.control('/deactivate', { user: 'U01' })],
])('who acted by hand is never simulated again: %s', async (_name, act) => {
  const answers: unknown[] = []
  running = await aSandbox({ app: slowly, rehearsal: { play: typist(answers) } })
  await running.api('conversations.open', { users: 'U01,U02' })
  await act()
  expect(running.sandbox.people.byHand('U01')).toBe(true)
  expect(running.sandbox.people.byHand('U02')).toBe(false)
  await running.control('/clock', { by: 'P1D' })
  expect(answers).toEqual([])
})

test('a client tells each message to everybody who sees it, but no ephemeral one', async () => {
  running = await aSandbox()
  const heard: unknown[] = []
  const stop = running.sandbox.people.onMessage((user, channel, { text }) => heard.push([user, channel, text]))
  await running.api('conversations.open', { users: 'U01,U02' })
  await running.api('chat.postMessage', { channel: 'G0001', text: 'both' })
  await running.api('chat.postEphemeral', { channel: 'G0001', user: 'U01', text: 'one' })
  stop()
  await running.api('chat.postMessage', { channel: 'U01', text: 'after' })
  expect(heard).toEqual([
    ['U01', 'G0001', 'both'],
    ['U02', 'G0001', 'both'],
  ])
})
