import { setImmediate as turn, setTimeout as nap } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Bell, VirtualClock } from '../../src/clock.ts'

const HOUR = 3_600_000
const PEOPLE = 12
const END = 200 * HOUR

/** The ways to forget that something is in flight; each must be noticed. */
type Mistake =
  | 'payload not counted'
  | 'work after the ack not awaited'
  | 'send not awaited'
  | 'request neither counted nor awaited'
  | 'waking counted late'

/**
 * A small app and its Slack: each person clicks a few times, the app acknowledges at once and works on, what is due is
 * sent by a loop. Real time passes in every request and every query, at random where `slow`.
 * @returns the ledger: who was sent what, when
 */
async function run(slow: boolean, mistake?: Mistake): Promise<string[]> {
  const clock = new VirtualClock(0)
  const bell = new Bell()
  const open = { requests: 0, payloads: 0, sends: 0 }
  const due: { at: number; to: string }[] = []
  const ledger: string[] = []
  const over = new AbortController()
  let seed = 7
  clock.check = () => Object.entries(open).flatMap(([what, n]) => (n > 0 ? [`${n} ${what}`] : []))

  async function delay(): Promise<void> {
    seed = (seed * 48_271) % 2_147_483_647
    if (slow) await nap(seed % 20)
    else await turn()
  }
  async function counted(what: keyof typeof open, task: () => Promise<void>): Promise<void> {
    open[what] += 1
    await task().finally(() => {
      open[what] -= 1
    })
  }
  const click = (who: string) =>
    counted('requests', async () => {
      await delay()
      const workOn = () =>
        counted('payloads', async () => {
          await delay()
          due.push({ at: clock.now() + 3 * HOUR, to: who })
          bell.ring()
        })
      // The answer of the request is the acknowledgement; the payload is worked on after it.
      if (mistake === 'payload not counted') void workOn()
      else if (mistake === 'work after the ack not awaited') void clock.work('payload', async () => void workOn())
      else void clock.work('payload', workOn)
    })
  const send = (to: string) =>
    counted('sends', async () => {
      await delay()
      ledger.push(`${clock.now()} ${to}`)
    })

  async function person(n: number): Promise<void> {
    for (let k = 1; k <= 4; k += 1) {
      const at = k * (n + 1) * HOUR
      if (mistake === 'waking counted late') {
        await clock.work('sleep', () => clock.sleep(at))
        await nap(1)
        await clock.work('act', () => click(`P${n}`))
      } else if (mistake === 'request neither counted nor awaited') {
        await clock.sleep(at)
        void click(`P${n}`)
      } else {
        await clock.sleep(at)
        await click(`P${n}`)
      }
    }
  }
  async function sender(): Promise<void> {
    while (!over.signal.aborted) {
      const rung = bell.signal
      await delay()
      due.sort((a, b) => a.at - b.at || a.to.localeCompare(b.to))
      const next = due[0]
      if (!next || next.at > clock.now()) {
        await clock.sleep(next?.at ?? Number.POSITIVE_INFINITY, AbortSignal.any([rung, over.signal]))
        continue
      }
      due.shift()
      if (mistake === 'send not awaited') void send(next.to)
      else await send(next.to)
    }
  }

  const loop = clock.work('sender', sender)
  for (let n = 0; n < PEOPLE; n += 1) {
    void (mistake === 'waking counted late' ? person(n) : clock.work(`person ${n}`, () => person(n)))
  }
  try {
    await clock.advanceTo(END)
    return ledger
  } finally {
    over.abort()
    await loop
  }
}

test('every click is answered three hours later to the instant, however slow the machine', async () => {
  const expected = Array.from({ length: PEOPLE }, (_, n) =>
    [1, 2, 3, 4].map((k) => `${k * (n + 1) * HOUR + 3 * HOUR} P${n}`),
  ).flat()
  const fast = await run(false)
  expect(fast.toSorted()).toEqual(expected.toSorted())
  expect(await run(true)).toEqual(fast)
})

test.each<Mistake>([
  'payload not counted',
  'work after the ack not awaited',
  'send not awaited',
  'request neither counted nor awaited',
  'waking counted late',
])('forgetting that something is in flight is noticed: %s', async (mistake) => {
  const sound = await run(false)
  const outcome = await run(true, mistake).catch((fault: Error) => fault.message)
  if (Array.isArray(outcome)) expect(outcome).not.toEqual(sound)
  else expect(outcome).toContain('the clock moved while work was in flight')
})
