import { expect, test } from 'vitest'
import { inventedRound } from '../../bench/population.ts'
import { allPairs } from '../../src/pairing/plan/all-pairs.ts'
import { countPlaces } from '../../src/pairing/plan/places.ts'
import { buildRoster } from '../../src/pairing/plan/roster.ts'
import { goalsOf, NOTHING_GIVEN, solveSteps } from '../../src/pairing/plan/solve-steps.ts'
import { type KindId, KINDS } from '../../src/program/kinds.ts'

const KIND_IDS = Object.keys(KINDS) as KindId[] // the keys of Record<KindId, Kind>

test.each(KIND_IDS)('a %s floor that may not exceed some score is that score, or the highest there is', (kind) => {
  const r = buildRoster(inventedRound(kind, 60, 9))
  const places = countPlaces(r)
  const pairs = allPairs(r)
  const floorUpTo = (floorAtMost: number) =>
    solveSteps(places, pairs, goalsOf(r, places, { ...NOTHING_GIVEN, floorAtMost })).floor
  const highest = floorUpTo(Number.POSITIVE_INFINITY)!
  expect(highest).toBeGreaterThan(100)
  for (const most of [highest - 100, highest - 30, highest - 7, highest - 1, highest, highest + 1, highest + 60])
    expect(floorUpTo(most)).toBe(Math.min(most, highest))
})
