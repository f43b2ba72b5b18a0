import { expect, test } from 'vitest'
import { coalesce } from '../../src/home/coalesce.ts'

const parked = () => Promise.withResolvers<void>()

test('a hundred calls while one runs become one more run after it', async () => {
  const run = coalesce()
  const first = parked()
  let runs = 0
  const task = async () => {
    runs += 1
    if (runs === 1) await first.promise
  }
  const all = Array.from({ length: 100 }, () => run('U1', task))
  expect(runs).toBe(1)
  first.resolve()
  await Promise.all(all)
  expect(runs).toBe(2)
  await run('U1', task)
  expect(runs).toBe(3)
})

test('other people do not wait', async () => {
  const run = coalesce()
  const first = parked()
  const seen: string[] = []
  const slow = run('U1', () => first.promise)
  await run('U2', async () => void seen.push('U2'))
  expect(seen).toEqual(['U2'])
  first.resolve()
  await slow
})

test('a run that fails fails for who asked for it, and the next one runs', async () => {
  const run = coalesce()
  const first = parked()
  const failing = run('U1', () => first.promise)
  const after = run('U1', async () => {})
  first.reject(new Error('no'))
  await expect(failing).rejects.toThrow('no')
  await expect(after).resolves.toBeUndefined()
})
