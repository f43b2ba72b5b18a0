import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ConfigError } from '../../src/config.ts'
import { keptKey } from '../../src/database/master-key.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vice-versa-key-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the key is made once, read back after, and for its owner alone', () => {
  const made = keptKey(folder)
  expect(made).toHaveLength(32)
  expect(keptKey(folder)).toEqual(made)
  expect(readdirSync(folder)).toEqual(['encryption-key'])
  expect(statSync(path.join(folder, 'encryption-key')).mode & 0o777).toBe(0o600)
})

test('the folder is made where there is none', () => {
  const missing = path.join(folder, 'not', 'yet')
  expect(keptKey(missing)).toEqual(keptKey(missing))
})

test('two folders have different keys', () => {
  const first = keptKey(folder)
  rmSync(path.join(folder, 'encryption-key'))
  expect(keptKey(folder)).not.toEqual(first)
})

test.each(['', 'abc', 'z'.repeat(64)])('a damaged key file is refused and left as it is: "%s"', (words) => {
  const file = path.join(folder, 'encryption-key')
  writeFileSync(file, words)
  expect(() => keptKey(folder)).toThrow(ConfigError)
  expect(readFileSync(file, 'utf8')).toBe(words)
})
