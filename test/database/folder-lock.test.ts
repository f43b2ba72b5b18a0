import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConfigError } from '../../src/config.ts'
import { lockFolder } from '../../src/database/folder-lock.ts'
import { type Child, runChild } from '../support/child.ts'

let home: string
let folder: string
let children: Child[]
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'vice-versa-lock-'))
  folder = path.join(home, 'data')
  children = []
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(children.map((child) => child.ended))
  rmSync(home, { recursive: true, force: true })
})

const file = () => path.join(folder, 'lock')

function starter(): Child {
  const child = runChild(new URL('../support/folder-holder.ts', import.meta.url), folder)
  children.push(child)
  return child
}

/** A lock as somebody else left it. */
function leave(holder: { host?: string; pid?: number; startedAt?: string | null }, ageMs = 0): void {
  mkdirSync(folder, { recursive: true })
  const whole = { token: 'theirs', host: hostname(), pid: process.pid, startedAt: 'another start', ...holder }
  writeFileSync(file(), JSON.stringify(whole))
  const at = new Date(Date.now() - ageMs)
  utimesSync(file(), at, at)
}

async function deadPid(): Promise<number> {
  const child = starter()
  await child.line()
  child.kill('SIGKILL')
  await child.ended
  rmSync(file())
  return child.pid
}

test('it makes the folder for its owner alone, and leaves nothing behind when released', async () => {
  const lock = await lockFolder(folder)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(readdirSync(folder)).toEqual(['lock'])
  lock.release()
  expect(readdirSync(folder)).toEqual([])
  ;(await lockFolder(folder)).release()
})

test('the same process does not get it twice', async () => {
  const lock = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(`DATA_DIR: ${folder} is in use by process ${process.pid}`)
  lock.release()
})

test('a second process is refused no 2 s later than the first one held it, naming the holder', async () => {
  const before = performance.now()
  const holder = starter()
  expect(await holder.line()).toBe('holds')
  const start = performance.now()
  const toHold = start - before
  const second = starter()
  expect(await second.line()).toBe(`refused: DATA_DIR: ${folder} is in use by process ${holder.pid} on ${hostname()}`)
  expect(performance.now() - start - toHold).toBeLessThan(2_000)
  expect(await second.ended).toBe(0)
})

test('after kill -9 the next start takes over at once', async () => {
  const holder = starter()
  expect(await holder.line()).toBe('holds')
  holder.kill('SIGKILL')
  await holder.ended
  expect(readdirSync(folder)).toEqual(['lock'])
  expect(await starter().line()).toBe('holds')
  expect(readdirSync(folder)).toEqual(['lock'])
})

test('of many starters that all saw a stale lock, exactly one wins', async () => {
  leave({})
  const first = await Promise.all(Array.from({ length: 8 }, () => starter().line()))
  expect(first.filter((line) => line === 'holds')).toHaveLength(1)
  expect(first.filter((line) => line?.startsWith('refused: DATA_DIR: '))).toHaveLength(7)
}, 20_000)

describe('a lock on the same host', () => {
  test('of a process that is gone is stale', async () => {
    leave({ pid: await deadPid() })
    ;(await lockFolder(folder)).release()
  })

  test('of another process that has the same number by now is stale, in a container too', async () => {
    leave({ pid: process.pid, startedAt: 'before the container was started again' })
    ;(await lockFolder(folder)).release()
  })

  test('of a process whose start nobody could tell counts as alive', async () => {
    leave({ pid: process.pid, startedAt: null }, 3_600_000)
    await expect(lockFolder(folder)).rejects.toThrow('in use')
  })

  test('that is no lock at all is taken away', async () => {
    mkdirSync(folder)
    writeFileSync(file(), '{"token": "cut sho')
    ;(await lockFolder(folder)).release()
  })
})

describe('a lock of another host', () => {
  test('is alive until its heartbeat is 15 s old', async () => {
    leave({ host: 'elsewhere', pid: 1 }, 14_000)
    await expect(lockFolder(folder)).rejects.toThrow('is in use by process 1 on elsewhere')
    expect(readFileSync(file(), 'utf8')).toContain('theirs')
  })

  test('is stale after that, whatever lives under its number here', async () => {
    leave({ host: 'elsewhere', pid: process.pid }, 16_000)
    ;(await lockFolder(folder)).release()
  })
})

describe('the heartbeat', () => {
  test('is younger than 3 s at any time', async () => {
    const lock = await lockFolder(folder)
    utimesSync(file(), new Date(0), new Date(0))
    await expect.poll(() => Date.now() - statSync(file()).mtimeMs, { timeout: 3_000 }).toBeLessThan(3_000)
    lock.release()
  })

  test('ends a process whose folder was taken over while it was frozen', async () => {
    const frozen = runChild(new URL('../support/folder-holder.ts', import.meta.url), folder)
    expect(await frozen.line()).toBe('holds')
    frozen.kill('SIGSTOP')
    leave({ host: 'elsewhere' })
    frozen.kill('SIGCONT')
    expect(await frozen.ended).toBe(1)
    expect(frozen.errors()).toContain(`${folder} was taken over by another process`)
    expect(readFileSync(file(), 'utf8')).toContain('theirs')
  })
})

test('a folder that cannot be made is named', async () => {
  writeFileSync(folder, 'a file in its place')
  await expect(lockFolder(folder)).rejects.toThrow(ConfigError)
  await expect(lockFolder(folder)).rejects.toThrow(`DATA_DIR: ${folder} cannot be written`)
})
