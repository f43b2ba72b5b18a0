import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { refusalText } from '../../src/copy/copy.ts'
import { en } from '../../src/copy/en/en.ts'
import { refuse } from '../../src/copy/refusal.ts'

/** Terms of the code that nobody who reads a message knows. */
const TERMS = /\b(?:kinds? (?:with|that|of program|pairs)|this kind|enrollments?|attributes?|mentees?|bereft)\b/iu

const golden = path.join(import.meta.dirname, '../golden')
const shown = globSync('**/*.json', { cwd: golden }).map((file) => [file, textsIn(file)] as const)

function textsIn(file: string): string[] {
  const found: string[] = []
  JSON.parse(readFileSync(path.join(golden, file), 'utf8'), (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') found.push(value)
    return value
  })
  return found
}

test('no message or window that people see uses a term of the code', () => {
  expect(shown.length).toBeGreaterThan(100)
  const wrong = shown.flatMap(([file, texts]) => texts.filter((text) => TERMS.test(text)).map((text) => [file, text]))
  expect(wrong).toEqual([])
})

test('a program of equals without its question is refused in the words of its form', () => {
  const { refusal } = refuse('program_attribute', {}, 'kind')
  const sentence = refusalText(en, refusal)
  expect(sentence).not.toMatch(/\bkind\b/u)
  expect(sentence).toContain(en.program.kind['cross-group'].split(' take')[0])
})
