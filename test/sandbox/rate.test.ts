import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aSandbox, type Running } from './support/server.ts'

let running: Running
beforeEach(async () => {
  running = await aSandbox()
  await running.control('/clock', { hold: true })
})
afterEach(() => running.stop())

const outcome = async (method: string, args: Record<string, unknown>) => {
  const { status, headers, body } = await running.api(method, args)
  return body['ok'] === true ? 'ok' : `${status} ${String(body['error'])} ${headers.get('retry-after')}`
}

describe('messages', () => {
  test('go to one conversation at one a second after a short burst', async () => {
    const post = () => outcome('chat.postMessage', { channel: 'U01', text: 'x' })
    expect([await post(), await post(), await post(), await post()]).toEqual(['ok', 'ok', 'ok', '429 ratelimited 1'])
    expect(await outcome('chat.postMessage', { channel: 'U02', text: 'x' })).toBe('ok')
    await running.control('/clock', { by: 'PT1S' })
    expect([await post(), await post()]).toEqual(['ok', '429 ratelimited 1'])
    const { body } = await running.control<{ calls: { outcome: string; accepted: boolean }[] }>(
      '/ledger?method=chat.postMessage',
    )
    expect(body.calls[3]).toMatchObject({ outcome: 'error:ratelimited', accepted: false })
  })

  test('go to a workspace at 300 a minute', async () => {
    const users = ['U01', 'U02', 'U03', 'U08', 'U09']
    const outcomes = []
    for (let second = 0; second < 59; second += 1) {
      for (const channel of users) outcomes.push(await outcome('chat.postMessage', { channel, text: 'x' }))
      running.clock.hold(true)
      await running.clock.advanceTo(running.clock.now() + 1000)
    }
    for (const channel of [...users, 'U01']) outcomes.push(await outcome('chat.postMessage', { channel, text: 'x' }))
    expect(outcomes.filter((one) => one === 'ok')).toHaveLength(300)
    expect(outcomes.at(-1)).toBe('429 ratelimited 1')
    await running.clock.advanceTo(running.clock.now() + 1000)
    expect(await outcome('chat.postMessage', { channel: 'U01', text: 'x' })).toBe('ok')
  }, 15_000)
})

test('a method has its calls of a minute, and the others are not slowed by it', async () => {
  const list = () => outcome('users.list', {})
  const outcomes = []
  for (let i = 0; i < 21; i += 1) outcomes.push(await list())
  expect(outcomes.slice(19)).toEqual(['ok', '429 ratelimited 60'])
  expect(await outcome('users.info', { user: 'U01' })).toBe('ok')
  await running.control('/clock', { by: 'PT60S' })
  expect(await list()).toBe('ok')
})

test('Home of a person who acted within the last minute is published beyond the limit', async () => {
  const view = { type: 'home', blocks: [{ type: 'divider' }] }
  const publish = (user_id: string) => outcome('views.publish', { user_id, view })
  for (let i = 0; i < 100; i += 1) await publish('U02')
  expect(await publish('U02')).toBe('429 ratelimited 60')
  await running.control('/command', { user: 'U01', text: '' })
  expect(await publish('U01')).toBe('ok')
  expect(await publish('U02')).toBe('429 ratelimited 60')
})
