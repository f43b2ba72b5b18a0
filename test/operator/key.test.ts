import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'

const printKey = () =>
  spawnSync(process.execPath, [path.resolve(import.meta.dirname, '../../src/operator/key.ts')], { encoding: 'utf8' })

test('it prints one line for .env that is taken as a key, another one each time', () => {
  const [first, second] = [printKey(), printKey()]
  expect(first.stdout).toMatch(/^ENCRYPTION_KEY=[0-9a-f]{64}\n$/)
  expect(second.stdout).not.toBe(first.stdout)
  const value = first.stdout.trim().split('=')[1]
  expect(readConfig({ ENCRYPTION_KEY: value }).encryptionKey).toHaveLength(32)
})

test('where to keep a copy is said beside it, without the key', () => {
  const { stdout, stderr } = printKey()
  expect(stderr).toMatch(/keep a copy/)
  expect(stderr).not.toContain(stdout.trim().split('=')[1])
})
