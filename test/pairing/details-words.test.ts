import { expect, test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'

const { detail } = en.pairing

test('where no pair met before, nothing is said of fewer being impossible', () => {
  expect(detail.repeats(0, 0)).toBe('*Pairs that met before:* none.')
  expect(detail.repeats(1, 0)).not.toContain('fewer than 0')
  expect(detail.repeats(2, 2)).toContain('fewer than 2 is not possible (proved)')
})
