import { describe, expect, test } from 'vitest'
import { Limiter } from '../../src/delivery/limiter.ts'

function run(limiter: Limiter, count: number, conversation: (i: number) => string): number[] {
  let now = 0
  return Array.from({ length: count }, (_, i) => {
    now = limiter.earliest('chat.postMessage', now, conversation(i))
    limiter.take('chat.postMessage', now, conversation(i))
    return now
  })
}

describe('the limiter', () => {
  test('never lets more than 300 leave in any minute, and 10,000 take no longer than that', () => {
    const starts = run(new Limiter(), 10_000, (i) => `U${i}`)
    const fullest = starts.reduce((most, at, i) => Math.max(most, i - starts.findIndex((s) => s > at - 60_000) + 1), 0)
    expect(fullest).toBeLessThanOrEqual(300)
    expect((starts.at(-1) ?? 0) / 60_000).toBeLessThanOrEqual(33.4)
  })

  test('lets one a second leave to one conversation', () => {
    expect(run(new Limiter(), 4, () => 'U1')).toEqual([0, 1000, 2000, 3000])
  })

  test('a pause holds for its own method, and a shorter one does not end it', () => {
    const limiter = new Limiter()
    limiter.pause('chat.postMessage', 30_000)
    limiter.pause('chat.postMessage', 5_000)
    expect(limiter.earliest('chat.postMessage', 0)).toBe(30_000)
    expect(limiter.earliest('conversations.open', 0)).toBe(0)
    expect(limiter.earliest('chat.postMessage', 40_000)).toBe(40_000)
  })
})
