import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../src/copy/en/commands.ts'
import { readCommand } from '../src/slack/registry.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')
const readme = read('README.md')

test('the two commands are those of package.json', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> } // npm's own shape
  expect(readme).toContain('npm ci && npm start')
  expect(readme).toContain('npm ci && npm test')
  for (const [, name] of readme.matchAll(/npm run (?:-s )?([\w:-]+)/gu)) expect(scripts).toHaveProperty(name ?? '')
})

test('the one-click link carries the manifest, letter for letter', () => {
  const link = /https:\/\/api\.slack\.com\/apps\?new_app=1&manifest_yaml=([^)\s]+)/u.exec(readme)?.[1] ?? ''
  expect(decodeURIComponent(link)).toBe(read('manifest.yml'))
})

test('every command in it is one that can be typed', () => {
  const typed = [...readme.matchAll(/`\/mentor([^`]*)`/gu)].map(([, text]) => readCommand(text ?? '').word)
  expect(typed.length).toBeGreaterThan(10)
  expect(typed.filter((word) => word !== '' && !(word in commands))).toEqual([])
})

test('every file and picture it points to is there', () => {
  const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/gu)].map(([, target]) => target ?? '')
  expect(targets.length).toBeGreaterThan(8)
  expect(targets.filter((target) => !existsSync(path.join(ROOT, target)))).toEqual([])
})
