import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as nap } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { type ChildApp, spawnApp, startOn } from '../support/child-app.ts'
import { fillWithDatabase } from '../support/embedded.ts'
import { aFolder } from '../support/folder.ts'
import type { Driver } from '../support/running.ts'
import type { Status } from '../support/small-company.ts'

/** One program through kill -9 at seeded moments: while it is set up, after a join, at publishing, while prompts go out. */
const folder = aFolder()
let child: ChildApp
let app: Driver
let lead = ''
let ana = ''

afterAll(async () => {
  child.kill('SIGKILL')
  await child.ended
})

let seed = 20_260_202
/** a whole number from `least` up to `most` */
function random(least: number, most: number): number {
  seed = (seed * 48_271) % 2_147_483_647
  return least + (seed % (most - least))
}

async function again(): Promise<void> {
  const started = await startOn(folder)
  child = started.child
  app = started.app
}

/** Sends the request, kills the app so many milliseconds after `ready` and starts it again. */
async function killedAfter(
  ms: number,
  request: () => Promise<unknown>,
  ready: (isOver: () => boolean) => Promise<void> = async () => undefined,
): Promise<void> {
  let isOver = false
  const end = () => (isOver = true)
  const cut = request().then(end, end)
  await ready(() => isOver)
  await nap(ms)
  child.kill('SIGKILL')
  await child.ended
  await cut
  await again()
}

/** The same, while Slack leaves one message unanswered, which holds the request open however fast the machine is. */
async function killedUnanswered(ms: number, request: () => Promise<unknown>): Promise<void> {
  await app.post('/faults', { method: 'chat.postMessage', fault: 'slow', count: 1, delay_ms: 60_000 })
  const before = statSync(journal).size
  await killedAfter(ms, request, async (isOver) => {
    while (!isOver() && !journalSince(before).includes('"hit":1')) await nap(5)
    // where nothing was sent any more, the next life does not meet it
    await fetch(`${app.origin}/_sandbox/faults`, { method: 'DELETE' })
  })
}

const journal = path.join(folder, 'sandbox', 'journal.jsonl')

function journalSince(place: number): string {
  const file = openSync(journal, 'r')
  const more = Buffer.alloc(fstatSync(file).size - place)
  readSync(file, more, 0, more.length, place)
  closeSync(file)
  return more.toString()
}

/** Until the sandbox has written that a company is being loaded. */
async function isSettingUp(): Promise<void> {
  while (!existsSync(journal) || statSync(journal).size === 0) await nap(20)
}

const now = async (): Promise<string> => (await app.get<Status>('')).now

test('killed while the company is set up: the next start sets it up from the beginning', async () => {
  await fillWithDatabase(folder)
  child = spawnApp({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' }, folder)
  await isSettingUp()
  await nap(random(50, 500))
  child.kill('SIGKILL')
  await child.ended
  await again()
  const status = await app.get<Status>('')
  expect(status.users).toHaveLength(170)
  lead = status.users.find((u) => u.is_lead)?.id ?? ''
  ana = status.users.find((u) => !u.is_lead)?.id ?? ''
  await app.post('/clock', { hold: true })
  await app.post('/clock', { by: 'PT5M' })
  const invited = (await app.ledger('chat.postMessage')).filter((c) => c.accepted && c.key !== null)
  expect(new Set(invited.map((c) => c.key)).size).toBe(invited.length)
  const report = await app.command(lead, 'report')
  expect(report.response?.text).toContain('0 of')
})

test('a join that was answered is there after the kill, and counts once', async () => {
  const form = await app.command(ana, 'join')
  const values = { offers: { skills: ['new-peoples-eyes'] }, wants: { skills: ['strategy'] } }
  const joined = await app.post<Record<string, unknown>>('/submit', { user: ana, view_id: form.view?.id, values })
  expect(JSON.stringify(joined)).toContain('20 January')
  await killedAfter(0, async () => undefined)
  const second = await app.command(ana, 'join')
  expect(JSON.stringify(second)).toContain('already')
})

test('killed while people join and while the round is published: each pair is introduced once', async () => {
  const to = '2026-01-20T14:00:01Z'
  await killedAfter(random(300, 900), () => app.post('/clock', { to }))
  await app.post('/clock', { to })
  await app.post('/simulate', { on: false })
  const proposed = (await app.messages(lead)).findLast((m) => m.text.endsWith('to read and publish'))
  const pairs = Number(/: (\d+) pairs/u.exec(proposed?.text ?? '')?.[1])
  await killedAfter(random(5, 60), () => app.press(lead, 'round.publish'))
  // where it had been published before the kill, this finds it so, or no button
  await app.press(lead, 'round.publish').catch(() => undefined)
  await app.post('/clock', { to: '2026-01-22T20:00:00Z' })
  expect(pairs).toBeGreaterThan(5)
  const posts = (await app.ledger('chat.postMessage')).filter((c) => c.accepted && c.at > '2026-01-20T14')
  const groups = posts.filter((c) => c.to === null)
  expect(groups).toHaveLength(pairs)
  expect(new Set(groups.map((c) => c.key)).size).toBe(pairs)
})

test('killed again and again on the prompt morning: everybody paired has the topic exactly once', async () => {
  await app.post('/clock', { to: '2026-02-02T13:59:50Z' })
  const to = '2026-02-02T16:00:00Z'
  const stoodAt: string[] = []
  for (let kill = 0; kill < 3; kill += 1) {
    await killedUnanswered(random(0, 150), () => app.post('/clock', { to }))
    stoodAt.push(await now())
  }
  await app.post('/clock', { to })
  expect(stoodAt.some((at) => at < to)).toBe(true)
  const kickoffs = await having('agreement.open')
  const prompts = await having('topic.other')
  expect(kickoffs.size).toBeGreaterThan(10)
  expect([...prompts.keys()].toSorted()).toEqual([...kickoffs.keys()].toSorted())
  expect([...prompts.values()].every((n) => n === 1)).toBe(true)
  const keys = (await app.ledger('chat.postMessage')).filter((c) => c.accepted).map((c) => c.key)
  expect(keys.length - new Set(keys).size).toBe(0)
  const health = await app.command(lead, 'health')
  expect(JSON.stringify(health.response)).not.toMatch(/[1-9]\d* in doubt/u)
})

/** Who has how many messages with that button. */
async function having(actionId: string): Promise<ReadonlyMap<string, number>> {
  const people = new Set((await app.ledger('chat.postMessage')).filter((c) => c.at > '2026-01-20').map((c) => c.to))
  const found = new Map<string, number>()
  for (const id of people) {
    if (id === null) continue
    const count = (await app.messages(id)).filter((m) => JSON.stringify(m.blocks).includes(`"${actionId}"`)).length
    if (count > 0) found.set(id, count)
  }
  return found
}
