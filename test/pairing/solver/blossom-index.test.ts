import { expect, test } from 'vitest'
import { BlossomIndex } from '../../../src/pairing/plan/solver/blossom-index.ts'

/** A nest of three, a blossom beside it, and nodes 10 and 11 in none. */
const NESTED = [
  { z: 2, vertices: Int32Array.of(2, 1, 0) },
  { z: 5, vertices: Int32Array.of(4, 3, 2, 1, 0) },
  { z: 8, vertices: Int32Array.of(8, 7, 6) },
  { z: 1, vertices: Int32Array.of(5, 4, 3, 2, 1, 0, 9) },
]

test('two nodes share every blossom that holds both, and the sum of what these weigh', () => {
  const index = new BlossomIndex(12, NESTED)
  for (let x = 0; x < 12; x++) {
    for (let y = 0; y < 12; y++) {
      if (x === y) continue
      const both = NESTED.filter(({ vertices }) => vertices.includes(x) && vertices.includes(y))
      expect([index.sharedCount(x, y), index.sharedZ(x, y)]).toEqual([
        both.length,
        both.reduce((sum, { z }) => sum + z, 0),
      ])
    }
  }
})
