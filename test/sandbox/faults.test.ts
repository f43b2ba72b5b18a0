import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aSandbox, type Running } from './support/server.ts'

let running: Running
beforeEach(async () => {
  running = await aSandbox()
  await running.control('/clock', { hold: true })
})
afterEach(() => running.stop())

const arm = (fault: string, more: object = {}) =>
  running.control('/faults', { method: 'chat.postMessage', fault, count: 1, ...more })

/** What the app sees of one message: the reply, or `reset`. */
async function post(channel = 'U01') {
  try {
    const { status, headers, body } = await running.api('chat.postMessage', {
      channel,
      text: 'x',
      metadata: { event_type: 'd', event_payload: { key: 'k1' } },
    })
    return { retryAfter: headers.get('retry-after'), ...body, status }
  } catch (problem) {
    return problem instanceof SyntaxError ? { status: 500 } : 'reset'
  }
}

const arrived = () => running.sandbox.people.conversations('U01')[0]?.messages.length
const ledger = async () => (await running.control<{ calls: object[] }>('/ledger?method=chat.postMessage')).body.calls

describe('each fault', () => {
  test.each([
    ['drop-before', 0, 'reset'],
    ['drop-after', 1, 'reset'],
    ['status-500', 0, { status: 500 }],
    ['accepted-500', 1, { status: 500 }],
    ['status-429', 0, { status: 429, retryAfter: '30' }],
    ['error', 0, { status: 200, ok: false, error: 'internal_error' }],
  ])('%s', async (fault, accepted, seen) => {
    await arm(fault)
    const outcome = await post()
    if (typeof seen === 'string') expect(outcome).toBe(seen)
    else expect(outcome).toMatchObject(seen)
    expect(arrived()).toBe(accepted)
    expect(await ledger()).toMatchObject([{ n: 1, to: 'U01', key: 'k1', outcome: fault, accepted: accepted === 1 }])
    expect(await post()).toMatchObject({ ok: true })
  })

  test('slow is carried out and answered after its real delay, in which the clock does not leap', async () => {
    await arm('slow', { delay_ms: 300 })
    const answer = post()
    await new Promise((resolve) => setTimeout(resolve, 100))
    const [reply, moved] = await Promise.all([answer, running.control('/clock', { by: 'PT1H' })])
    expect(reply).toMatchObject({ ok: true })
    expect(moved.body).toMatchObject({ sent: 1 })
    expect(await ledger()).toMatchObject(
      [{ outcome: 'slow', accepted: true, at: '2026-01-05T14:00:00Z' }].map(({ outcome, accepted }) => ({
        outcome,
        accepted,
      })),
    )
  })

  test('late is carried out after its virtual delay', async () => {
    await arm('late', { delay_ms: 60_000 })
    expect(await post()).toBe('reset')
    await running.control('/clock', { by: 'PT59S' })
    expect([arrived(), (await ledger()).length]).toEqual([0, 0])
    await running.control('/clock', { by: 'PT1S' })
    expect(arrived()).toBe(1)
    expect(await ledger()).toMatchObject([{ outcome: 'late', accepted: true, to: 'U01' }])
  })

  test('takes the code and the wait it is given', async () => {
    await arm('error', { code: 'fatal_error' })
    expect(await post()).toMatchObject({ error: 'fatal_error' })
    await arm('status-429', { retry_after: 7 })
    expect(await post()).toMatchObject({ status: 429, retryAfter: '7' })
  })
})

describe('what is armed', () => {
  const pattern = async (n: number) => {
    const seen = []
    for (let i = 0; i < n; i += 1) {
      const outcome = await post(['U01', 'U02', 'U03', 'U08'][i % 4])
      seen.push(typeof outcome === 'object' && 'ok' in outcome && outcome.ok === true)
    }
    return seen
  }

  test('hits the same calls under the same seed, about as many as its rate says', async () => {
    const rounds = []
    for (const seed of [11, 11, 12]) {
      await arm('error', { rate: 0.5, seed, count: undefined })
      rounds.push(await pattern(12))
      await running.control('/clock', { by: 'PT1M' })
    }
    expect(rounds[0]).toEqual(rounds[1])
    expect(rounds[0]).not.toEqual(rounds[2])
    const hits = rounds[0]?.filter((ok) => !ok).length ?? 0
    expect(hits).toBeGreaterThan(1)
    expect(hits).toBeLessThan(11)
  })

  test('hits its method alone, every call, until it is disarmed or replaced', async () => {
    await arm('error', { count: undefined })
    expect((await running.api('auth.test')).body).toMatchObject({ ok: true })
    expect(await pattern(2)).toEqual([false, false])
    await running.control('/faults', undefined, 'DELETE')
    expect(await pattern(1)).toEqual([true])
    await arm('error')
    await running.control('/faults', { method: 'views.open', fault: 'error' })
    expect(await pattern(1)).toEqual([true])
  })

  test('outlives a crash, draws and all', async () => {
    await arm('error', { count: 2 })
    await post()
    const again = await aSandbox({ folder: running.folder })
    await running.stop()
    running = again
    expect(await pattern(2)).toEqual([false, true])
  })

  test.each([
    [{ method: 'chat.shout', fault: 'error' }, 'The sandbox knows no method chat.shout.'],
    [{ method: 'chat.postMessage', fault: 'flood' }, '"fault" must be one of'],
    [{ method: 'chat.postMessage', fault: 'error', rate: 2 }, '"rate" must be a number from 0 to 1.'],
    [{ method: 'chat.postMessage', fault: 'error', count: 0 }, '"count" must be a whole number'],
    [{ fault: 'error' }, '"method" must be a string.'],
  ])('is refused when it makes no sense: %j', async (body, sentence) => {
    const answer = await running.control<{ error: string }>('/faults', body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toContain(sentence)
  })
})
