import { expect, test } from 'vitest'
import { cutIntoSteps, pack } from '../../src/pairing/plan/packing.ts'
import { liftOf } from '../../src/pairing/plan/solver/csr.ts'
import type { Tier } from '../../src/pairing/plan/tiers.ts'

const tier = (name: Tier['name'], most: number): Tier => ({ name, atPlace: null, ofPair: () => 0, most })
const namesOf = (steps: readonly (readonly Tier[])[]) => steps.map((step) => step.map(({ name }) => name))

test('goals that fit into one weight are settled in one step', () => {
  const tiers = [tier('waiting', 14), tier('repeats', 1), tier('age', 11), tier('lot', 80)]
  expect(namesOf(cutIntoSteps(tiers, 100, 30, true))).toEqual([['waiting', 'repeats', 'age', 'lot']])
})

test.each([100, 1000, 10_000, 50_000])('a company of %i: whoever checks the first step may add doubles', (places) => {
  const pairs = Math.floor(places / 3)
  const tiers = [tier('waiting', 16), tier('repeats', 1), tier('age', 11), tier('lot', places - pairs)]
  const steps = cutIntoSteps(tiers, places, pairs, true)
  expect(namesOf(steps).flat()).toEqual(['waiting', 'repeats', 'age', 'lot'])
  const heaviest = pack(steps[0]!, places, pairs).most
  // in quarters, as the checker's rule allows
  expect(4 * pairs * (heaviest + liftOf(heaviest, places, 'card'))).toBeLessThan(Number.MAX_SAFE_INTEGER)
})

test('without a goal above the score, putting pairs first is still a step of its own', () => {
  expect(cutIntoSteps([], 100, 30, false)).toEqual([])
  expect(cutIntoSteps([], 100, 30, true)).toEqual([[]])
})
