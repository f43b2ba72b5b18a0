import { expect, test } from 'vitest'
import { Bell, realClock } from '../../src/clock.ts'

test('a sleep of the real clock ends at its instant', async () => {
  const until = Date.now() + 40
  await realClock.sleep(until)
  expect(Date.now()).toBeGreaterThanOrEqual(until)
})

test('a sleep until the past ends at once', async () => {
  const order: string[] = []
  setTimeout(() => order.push('a timer'), 1_000)
  await realClock.sleep(Date.now() - 1_000)
  expect(order).toEqual([])
})

test('a bell ends a sleep of years', async () => {
  const bell = new Bell()
  setTimeout(() => bell.ring(), 20)
  const start = performance.now()
  await realClock.sleep(Date.now() + 50 * 365 * 86_400_000, bell.signal)
  expect(performance.now() - start).toBeGreaterThan(10)
})

test('a ring between looking for work and sleeping is not lost', async () => {
  const bell = new Bell()
  const signal = bell.signal
  bell.ring()
  await realClock.sleep(Date.now() + 3_600_000, signal)
  expect(bell.signal.aborted).toBe(false)
})

test('one ring wakes every sleeper of that bell', async () => {
  const bell = new Bell()
  const sleeps = [1, 2, 3].map(() => realClock.sleep(Date.now() + 3_600_000, bell.signal))
  bell.ring()
  await Promise.all(sleeps)
})

test('work of the real clock is the task itself', async () => {
  expect(await realClock.work('answer', () => Promise.resolve(42))).toBe(42)
})
