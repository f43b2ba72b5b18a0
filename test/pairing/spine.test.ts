import { expect, test } from 'vitest'
import { inventedRound } from '../../bench/population.ts'
import { allPairs } from '../../src/pairing/plan/all-pairs.ts'
import { countPlaces } from '../../src/pairing/plan/places.ts'
import { buildRoster } from '../../src/pairing/plan/roster.ts'
import { goalsOf, solveSteps } from '../../src/pairing/plan/solve-steps.ts'
import { sureZ } from '../../src/pairing/plan/spine.ts'

test('two people share at least what each surely shares, and deep in a nest that is more than the outermost blossom', () => {
  const r = buildRoster(inventedRound('reciprocal', 141, 2))
  const places = countPlaces(r)
  const { graph, dual, blossoms } = solveSteps(places, allPairs(r), goalsOf(r, places)).steps.at(-1)!
  const sure = sureZ(graph.n, dual.blossoms, blossoms)
  const { outermost, z } = blossoms
  let together = 0
  for (let x = 0; x < graph.n; x++) {
    if (outermost[x]! < 0) expect(sure[x]).toBe(0)
    for (let y = x + 1; y < graph.n; y++) {
      if (outermost[x]! < 0 || outermost[x] !== outermost[y]) continue
      together++
      expect(blossoms.sharedZ(x, y)).toBeGreaterThanOrEqual(Math.min(sure[x]!, sure[y]!))
    }
  }
  expect(together).toBeGreaterThan(1000)
  expect([...sure].filter((own, x) => own > (z[outermost[x]!] ?? 0)).length).toBeGreaterThan(20)
})
