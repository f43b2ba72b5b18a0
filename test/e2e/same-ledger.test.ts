import http from 'node:http'
import { setTimeout as nap } from 'node:timers/promises'
import { WebClient } from '@slack/web-api'
import { App } from '@slack/bolt'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { InFlight } from '../../src/clock/in-flight.ts'
import { VirtualClock } from '../../src/clock/virtual-clock.ts'
import { createDatabase } from '../support/database.ts'
import { ENCRYPTION_KEY, lifeOf } from '../support/ledger-of-months.ts'
import { startSmall } from '../support/small-company.ts'

/** The proof of the virtual clock on the whole app: what happens in four months does not depend on real time. */
const FOUR_MONTHS = '2026-05-06T00:00:00Z'
/** past one prompt morning: long enough for every kind of work, and all of it is slowed down */
const SIX_WEEKS = '2026-02-16T00:00:00Z'
const THREE_WEEKS = '2026-01-27T00:00:00Z'
const MOST_DELAY_MS = 20

const server = inject('postgres')
let reference: readonly string[]

async function live(until: string, env: Record<string, string> = {}): Promise<readonly string[]> {
  const url = server === null ? {} : { DATABASE_URL: await createDatabase(server) }
  const app = await startSmall({ ENCRYPTION_KEY, ...url, ...env })
  try {
    return await lifeOf(app, until)
  } finally {
    await app.stop()
  }
}

let seed = 1
/** One in so many, chosen at random: mostly for a short time, sometimes for a long one. The others pass at once. */
const delay = async (oneIn = 1): Promise<void> => {
  seed = (seed * 48_271) % 2_147_483_647
  const drawn = (oneIn * seed) / 2_147_483_647
  if (drawn < 1) await nap(Math.round(MOST_DELAY_MS * drawn ** 3))
}

/** The reference as far as then. */
const upTo = (until: string) => reference.filter((call) => call < until)

/** A class's own method, to be called with its own `this`. */
const real = <F>(of: object, name: string): F => Reflect.get(of, name) as F // F names that very method

/** Makes every call to Slack, every request of Slack's and one query in four take 0 to 20 ms longer, at random. */
function slowDown(): void {
  const query = real<(...args: unknown[]) => Promise<unknown>>(pg.Client.prototype, 'query')
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    if (typeof args.at(-1) === 'function') return query.apply(this, args)
    return delay(4).then(() => query.apply(this, args))
  } as never) // one function for the many overloads of query
  const atOnce = globalThis.fetch
  vi.stubGlobal('fetch', async (...args: Parameters<typeof fetch>) => {
    await delay()
    const response = await atOnce(...args)
    await delay()
    return response
  })
  const emit = real<(...args: unknown[]) => boolean>(http.Server.prototype, 'emit')
  vi.spyOn(http.Server.prototype, 'emit').mockImplementation(function (this: http.Server, ...args: unknown[]) {
    if (args[0] !== 'request') return emit.apply(this, args)
    void delay().then(() => emit.apply(this, args))
    return true
  })
}

beforeAll(async () => {
  reference = await live(FOUR_MONTHS)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('the reference is a life: people join, pairs talk, and no message has its key twice', () => {
  const keys = reference.filter((call) => call.includes('chat.postMessage')).map((call) => call.split(' ').at(-1))
  expect(keys.length).toBeGreaterThan(120)
  expect(new Set(keys).size).toBe(keys.length)
  expect(reference.filter((call) => call.startsWith('2026-05-01T13:00')).length).toBeGreaterThanOrEqual(8)
})

test('Socket Mode: the same four months, call by call', async () => {
  expect(await live(FOUR_MONTHS, { SANDBOX_TRANSPORT: 'socket' })).toEqual(reference)
})

test('a machine that is slow at random: the same six weeks, call by call', async () => {
  slowDown()
  expect(await live(SIX_WEEKS)).toEqual(upTo(SIX_WEEKS))
})

describe('forgetting that something is in flight is noticed', () => {
  test.each<[string, () => void]>([
    ['a payload that is not counted', () => uncounted((name) => name === 'inbound')],
    ['work after the acknowledgement that nobody awaits', neverAwaited],
    ['a sender that does not await its send', sendsBlindly],
    [
      'a request of the sandbox neither counted nor awaited',
      () => uncounted((n) => n.startsWith('to the app: submit join'), true),
    ],
    ['a waking that is counted late', wakesLate],
  ])('%s', async (_name, forget) => {
    slowDown()
    forget()
    const outcome = await live(THREE_WEEKS, { LOG_LEVEL: 'silent' }).catch((fault: Error) => fault.message)
    // a sentence where the second opinion noticed it, or an answer that could not come any more; else another ledger
    expect(outcome).not.toEqual(upTo(THREE_WEEKS))
  })
})

/** That work runs without the clock knowing of it; `isBlind`: nor does anybody wait for it. */
function uncounted(is: (name: string) => boolean, isBlind = false): void {
  const work = real<VirtualClock['work']>(VirtualClock.prototype, 'work')
  vi.spyOn(VirtualClock.prototype, 'work').mockImplementation(function (
    this: VirtualClock,
    name: string,
    task: () => Promise<unknown>,
  ) {
    if (!is(name)) return work.call(this, name, task)
    const done = task()
    if (!isBlind) return done
    void done.catch(() => {})
    // as an acknowledgement of the app's reads
    return Promise.resolve({ ms: 0, status: 200, body: '', failure: null, noRetry: false })
  })
}

function neverAwaited(): void {
  const process = real<App['processEvent']>(App.prototype, 'processEvent')
  vi.spyOn(App.prototype, 'processEvent').mockImplementation(async function (this: App, event) {
    void process.call(this, event).catch(() => {})
  })
}

function sendsBlindly(): void {
  const call = real<WebClient['apiCall']>(WebClient.prototype, 'apiCall')
  vi.spyOn(WebClient.prototype, 'apiCall').mockImplementation(function (this: WebClient, method, options) {
    const done = call.call(this, method, options)
    if (method !== 'chat.postMessage') return done
    void done.catch(() => {})
    return Promise.resolve({ ok: true, channel: 'D1', ts: '1.1' })
  })
}

function wakesLate(): void {
  const wakeUp = real<InFlight['wakeUp']>(InFlight.prototype, 'wakeUp')
  vi.spyOn(InFlight.prototype, 'wakeUp').mockImplementation(function (this: InFlight, work) {
    work.state = 'awake'
    setTimeout(() => work.state === 'awake' && wakeUp.call(this, work), 1)
  })
}
