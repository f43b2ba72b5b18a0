import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aFolder } from '../support/folder.ts'
import { aSandbox, type Running } from './support/server.ts'

let running: Running
beforeEach(async () => {
  running = await aSandbox()
})
afterEach(() => running.stop())

/** As after kill -9: a second sandbox on the same folder, while the first was never told to stop. */
async function crashAndStart(damage: (journal: string) => void = () => undefined): Promise<void> {
  damage(join(running.folder, 'journal.jsonl'))
  const again = await aSandbox({ folder: running.folder })
  await running.stop()
  running = again
}

const everything = async () => ({
  overview: (await running.control('')).body,
  conversations: (await running.control('/conversations?user=U01')).body,
  ledger: (await running.control('/ledger')).body,
  view: (await running.control('/view?user=U01')).body,
  unread: (await running.control('/unread')).body,
  moments: (await running.control('/moments')).body,
})

const modal = { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [{ type: 'divider' }] }

async function live(): Promise<void> {
  await running.control('/clock', { hold: true })
  await running.control('/clock', { by: 'P3D' })
  running.app = async (_request, response, body) => {
    response.end()
    const trigger_id = new URLSearchParams(body).get('trigger_id')
    if (trigger_id) await running.api('views.open', { trigger_id, view: modal })
  }
  await running.control('/command', { user: 'U01', text: '' })
  await running.api('chat.postMessage', { channel: 'U01', text: 'one' })
  await running.api('chat.postMessage', { channel: 'U01', text: 'two' })
  await running.api('conversations.open', { users: 'U01,U02' })
  await running.api('chat.postMessage', { channel: 'G0001', text: 'three' })
  await running.control('/deactivate', { user: 'U03' })
  await running.control('/simulate', { on: false })
  await running.control('/scopes', { revoke: ['im:history'] })
}

describe('after kill -9', () => {
  test('nothing that Slack accepted is forgotten, and time goes on from where it stood', async () => {
    await live()
    const before = await everything()
    expect(before.ledger).toMatchObject({ calls: [{ method: 'views.open' }, {}, {}, {}, { to: null }] })
    expect(before.unread).toEqual({ U01: 3, U02: 1 })
    await crashAndStart()
    expect(await everything()).toEqual(before)
    await crashAndStart()
    expect(await everything()).toEqual(before)
    expect(running.restarts).toBe(1)
    expect((await running.api('conversations.history', { channel: 'D01' })).body).toMatchObject({
      error: 'missing_scope',
    })
  })

  test('what goes on has new numbers', async () => {
    await live()
    await crashAndStart()
    await running.api('chat.postMessage', { channel: 'U02', text: 'four' })
    expect((await running.api('conversations.open', { users: 'U01,U08' })).body).toMatchObject({
      channel: { id: 'G0002' },
    })
    const { body } = await running.control<{ calls: { n: number }[] }>('/ledger')
    expect(body.calls.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('a torn last line is dropped, and the file grows on from before it', async () => {
    await live()
    const before = await everything()
    await crashAndStart((journal) => appendFileSync(journal, '[1767625200000,[["message","D01/17676'))
    expect(await everything()).toEqual(before)
    await running.api('chat.postMessage', { channel: 'U02', text: 'four' })
    await crashAndStart()
    expect(running.sandbox.people.conversations('U02')[0]?.messages).toMatchObject([{ text: 'four' }])
  })

  test('an answer is written before it is given', async () => {
    await running.api('chat.postMessage', { channel: 'U01', text: 'written' })
    expect(readFileSync(join(running.folder, 'journal.jsonl'), 'utf8')).toContain('"text":"written"')
  })

  test('a damaged line in the middle is no crash of ours: the start says so', async () => {
    const journal = join(running.folder, 'journal.jsonl')
    const whole = readFileSync(journal, 'utf8')
    writeFileSync(journal, `garbage\n${whole}`)
    await expect(aSandbox({ folder: running.folder })).rejects.toThrow()
    writeFileSync(journal, whole)
  })

  test('the last requests to the app can be replayed', async () => {
    await running.control('/command', { user: 'U01', text: 'join' })
    await crashAndStart()
    await running.control('/replay', { last: 1 })
    expect(running.received).toHaveLength(1)
    expect(running.received[0]?.body).toContain('text=join')
  })

  test('a late call is still carried out at its instant', async () => {
    await running.control('/clock', { hold: true })
    await running.control('/faults', { method: 'chat.postMessage', fault: 'late', delay_ms: 60_000 })
    await running.api('chat.postMessage', { channel: 'U01', text: 'late' }).catch(() => undefined)
    await crashAndStart()
    await running.control('/clock', { by: 'PT2M' })
    expect(running.sandbox.people.conversations('U01')[0]?.messages).toMatchObject([{ text: 'late' }])
  })

  test('the journal is shorter after each start', async () => {
    const journal = join(running.folder, 'journal.jsonl')
    const { body } = await running.api<{ ts: string }>('chat.postMessage', { channel: 'U01', text: 'x' })
    await running.control('/clock', { hold: true })
    for (let i = 0; i < 40; i += 1)
      await running.api('chat.update', { channel: 'D01', ts: body.ts, text: `${i}`.repeat(500) })
    const before = readFileSync(journal).length
    await crashAndStart()
    expect(readFileSync(journal).length).toBeLessThan(before)
  })
})

test('a load that a crash cut short is done again, in a workspace of its own', async () => {
  const folder = aFolder()
  const setUp = async () => {
    throw new Error('cut')
  }
  await expect(aSandbox({ folder, rehearsal: { setUp } })).rejects.toThrow('cut')
  const again = await aSandbox({ folder })
  expect((await again.control('')).body).toMatchObject({ team_id: 'T0SANDBOX0002', company: 'sachse-2016' })
  expect(again.received.map(({ body }) => JSON.parse(body))).toMatchObject([
    { team_id: 'T0SANDBOX0001', event: { type: 'app_uninstalled' } },
  ])
  await again.stop()
})
