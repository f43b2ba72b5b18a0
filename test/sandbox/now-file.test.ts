import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aSandbox, type Running } from './support/server.ts'

let running: Running
beforeEach(async () => {
  running = await aSandbox()
  await running.control('/clock', { hold: true })
})
afterEach(() => running.stop())

/** What a start after kill -9 would read now: whatever was written stays, whatever was not is lost. */
const kept = () => Number(readFileSync(join(running.folder, 'now'), 'utf8'))
const told = ({ body }: { body: { now: string } }) => Date.parse(body.now)

describe('the time that somebody was told is never taken back by kill -9', () => {
  test('after each move, though nothing was due', async () => {
    for (let i = 0; i < 20; i += 1) {
      const moved = await running.control<{ now: string }>('/clock', { by: 'PT1H' })
      expect(kept()).toBe(told(moved))
    }
  })

  test('while it runs by itself', async () => {
    await running.control('/clock', { hold: false })
    for (let i = 0; i < 20; i += 1) {
      const now = told(await running.control<{ now: string }>(''))
      expect(kept()).toBeGreaterThanOrEqual(now)
    }
  })

  test('in the middle of a move, before anybody acts at that instant', async () => {
    const begin = running.clock.now()
    const seen: [number, number][] = []
    void running.clock.work('sleeper', async () => {
      for (let hour = 1; hour <= 5; hour += 1) {
        await running.clock.sleep(begin + hour * 3_600_000)
        seen.push([running.clock.now(), kept()])
      }
    })
    await running.control('/clock', { by: 'PT6H' })
    expect(seen).toHaveLength(5)
    for (const [now, file] of seen) expect(file).toBe(now)
  })
})

test('a start after kill -9 stands where the last move ended', async () => {
  const moved = await running.control<{ now: string }>('/clock', { by: 'P1M' })
  const again = await aSandbox({ folder: running.folder })
  expect(told(await again.control<{ now: string }>(''))).toBe(told(moved))
  await running.stop()
  running = again
})
