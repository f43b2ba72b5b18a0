import { afterEach, describe, expect, test } from 'vitest'
import { aSandbox, type Running } from './support/server.ts'

let running: Running
afterEach(() => running.stop())

describe('a bad call', () => {
  test.each([
    ['/command', {}, '"user" must be a string.'],
    ['/command', { user: 'U77', text: 'x' }, 'Nobody here has the id U77.'],
    ['/command', { user: 'U01', text: 5 }, '"text" must be a string.'],
    ['/command', { user: 'U01', text: '', channel: 'D02' }, 'U01 is in no conversation D02.'],
    ['/command', '{', 'The body is no JSON.'],
    ['/command', '[]', 'The body must be a JSON object.'],
    ['/clock', {}, 'Give "to" (an instant), "by" (a duration such as P1M) or "hold".'],
    ['/clock', { by: 'a month' }, '"by" must be an ISO 8601 duration such as P1M or PT30M.'],
    ['/clock', { by: '-P1D' }, 'does not go back.'],
    ['/clock', { to: '2020-01-01T00:00:00Z' }, 'does not go back.'],
    ['/clock', { to: 'tomorrow' }, '"to" must be an instant such as'],
    ['/clock', { by: 'P1M', to: '2026-03-01' }, 'Give "to" or "by", not both.'],
    ['/clock', { by: 'P31Y' }, 'The clock moves at most 30 years at once.'],
    ['/clock', { hold: 'yes' }, '"hold" must be true or false.'],
    ['/company', { name: 'nowhere' }, 'There is no company nowhere.'],
    ['/company', { name: 'csv', mapping: { id: 3 } }, '"mapping" must be an object'],
    ['/company', { name: 'csv', seed: 1.5 }, '"seed" must be a whole number'],
    ['/action', { user: 'U01', action_id: 'x' }, 'Give "channel" and "ts", or "view_id".'],
    ['/action', { user: 'U01', channel: 'D01', ts: '1.1', action_id: 'x' }, 'U01 sees no message 1.1 in D01.'],
    ['/submit', { user: 'U01', view_id: 'V9', values: {} }, 'The modal V9 is not in front of U01.'],
    ['/submit', { user: 'U01', view_id: 'V9', values: { a: 1 } }, '"values" must be an object'],
    ['/submit', { user: 'U01', view_id: 'V9', files: { a: { b: { name: 'x' } } } }, 'A file needs its "text"'],
    ['/message', { user: 'U01', channel: 'D02', text: 'x' }, 'U01 is in no conversation D02.'],
    ['/message', { user: 'U01', channel: 'D01', text: 'x' }, "The app's Messages tab is read-only"],
    ['/simulate', { on: 1 }, '"on" must be true or false.'],
    ['/deactivate', { user: 'U77' }, 'Nobody here has the id U77.'],
    ['/scopes', { revoke: ['chat:write'] }, 'chat:write is not an optional scope of the manifest.'],
    ['/replay', { last: 0 }, '"last" must be a whole number'],
    ['/close', { user: 'U01', view_id: 'V9' }, 'The modal V9 is not in front of U01.'],
    ['/arrive', { id: 'U01', name: 'x' }, 'U01 is here already.'],
  ])('%s %j', async (path, body, sentence) => {
    running = await aSandbox()
    const answer = await running.control<{ error: string }>(path, body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toContain(sentence)
    expect((await running.control<{ calls: [] }>('/ledger')).body.calls).toEqual([])
    expect(running.received).toEqual([])
  })

  test('to a place or by a way that is not there says so', async () => {
    running = await aSandbox()
    expect((await running.control('/nowhere')).status).toBe(404)
    expect((await running.control('/command')).status).toBe(405)
    expect((await running.control('/ledger?since=x')).status).toBe(400)
    expect((await running.control('/conversations?user=U77')).status).toBe(400)
    expect((await running.control('/home')).status).toBe(400)
    expect((await running.control('/simulate', { on: true, colour: 'green' })).status).toBe(200)
  })
})
