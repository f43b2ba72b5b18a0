import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { seeded } from '../../../bench/random.ts'
import { checkCertificate } from '../../../src/pairing/plan/solver/certificate.ts'
import { solve } from '../../../src/pairing/plan/solver/solve.ts'
import { whatIsWrong } from '../../../bench/checker.ts'
import { aGraph, randomGraph, solved } from '../support/graphs.ts'
import { exhaustive } from '../support/oracle.ts'

interface Vector {
  readonly tag: string
  readonly n: number
  readonly edges: [number, number, number][]
  readonly maxWeight: number
  readonly maxPairs: number
  readonly maxWeightAtMaxPairs: number
}

const vectors = JSON.parse(
  readFileSync(new URL('../../data/matching-vectors.json', import.meta.url), 'utf8'),
) as Vector[]
const STAGES = [true, false].flatMap((greedy) => [true, false].map((halves) => ({ greedy, halves })))

test.each(vectors.map((vector, i) => [i, vector.tag, vector] as const))(
  'vector %i (%s) has its known optimum',
  (_, __, vector) => {
    for (const stages of STAGES) {
      const most = solved(vector.n, vector.edges, 'card', stages)
      expect(most.result).toMatchObject({ weight: vector.maxWeightAtMaxPairs })
      expect(most.result.pairs).toHaveLength(vector.maxPairs)
      expect(solved(vector.n, vector.edges, 'weight', stages).result.weight).toBe(vector.maxWeight)
    }
  },
)

describe.each(STAGES)('with greedy start $greedy and half-integral stage $halves', (stages) => {
  test('1,000 random graphs have the optimum that looking at every set gives, and a checker accepts each proof', () => {
    const random = seeded(stages.greedy ? 11 : 12)
    let blossoms = 0
    for (let i = 0; i < 1000; i++) {
      const { n, edges } = randomGraph(random, 11)
      const most = solved(n, edges, 'card', stages)
      expect({ pairs: most.result.pairs.length, weight: most.result.weight }).toEqual(exhaustive(n, edges, true))
      const heaviest = solved(n, edges, 'weight', stages)
      expect(heaviest.result.weight).toBe(exhaustive(n, edges, false).weight)
      expect([whatIsWrong(most), whatIsWrong(heaviest)]).toEqual([null, null])
      blossoms += most.result.dual.blossoms.length
    }
    expect(blossoms).toBeGreaterThan(50)
  })
})

test('graphs too large to search through are proved all the same', () => {
  const random = seeded(5)
  for (let i = 0; i < 60; i++) {
    const { n, edges } = randomGraph(random, 120)
    for (const objective of ['card', 'weight'] as const) expect(whatIsWrong(solved(n, edges, objective))).toBeNull()
  }
})

test('a hidden perfect matching is always found', () => {
  const random = seeded(6)
  for (let trial = 0; trial < 200; trial++) {
    const half = 20
    const edges = Array.from({ length: half }, (_, i): [number, number, number] => [
      i,
      half + ((i * 7 + trial) % half),
      0,
    ])
    for (let i = 0; i < 30; i++) edges.push([Math.floor(random() * half), half + Math.floor(random() * half), 5])
    expect(solved(2 * half, edges, 'card').result.pairs).toHaveLength(half)
  }
})

test('thousands of nested ties do not overflow the stack', () => {
  const n = 3001
  const ring = Array.from({ length: n }, (_, i): [number, number, number] => [i, (i + 1) % n, 1])
  expect(solved(n, ring, 'card').result.pairs).toHaveLength(1500)
})

test('the heavier of two parallel edges counts', () => {
  const twice = solved(
    2,
    [
      [0, 1, 3],
      [1, 0, 8],
    ],
    'card',
  )
  expect(twice.result.weight).toBe(8)
  expect(whatIsWrong(twice)).toBeNull()
})

test.each([
  ['a dual lowered', (u: Float64Array) => (u[u.findIndex((value) => value > 0)]! -= 1)],
  ['a dual raised', (u: Float64Array) => (u[0]! += 1)],
  ['a dual below zero', (u: Float64Array) => (u[0] = -5)],
])('the built-in check refuses %s', (_, spoil) => {
  const graph = aGraph(6, [
    [0, 1, 5],
    [1, 2, 7],
    [2, 0, 6],
    [2, 3, 4],
    [3, 4, 9],
    [4, 5, 1],
  ])
  const { mate, dual } = solve(graph)
  expect(() => checkCertificate(graph, mate, dual)).not.toThrow()
  spoil(dual.u)
  expect(() => checkCertificate(graph, mate, dual)).toThrow()
})

test('the built-in check refuses a worse matching', () => {
  const graph = aGraph(4, [
    [0, 1, 5],
    [2, 3, 5],
    [0, 2, 9],
    [1, 3, 9],
  ])
  const { dual } = solve(graph)
  expect(() => checkCertificate(graph, Int32Array.from([1, 0, 3, 2]), dual)).toThrow('the proven bound is')
})

test('weights so large that a double cannot add them up are proved, and a dual off by one is still seen', () => {
  const random = seeded(7)
  const edges = Array.from({ length: 2000 }, (): [number, number, number] => {
    const a = Math.floor(random() * 200)
    return [a, (a + 1 + Math.floor(random() * 199)) % 200, 2 ** 43 - Math.floor(random() * 2 ** 20)]
  })
  const graph = aGraph(200, edges)
  const { mate, dual } = solve(graph)
  const total = dual.u.reduce((sum, value) => sum + value, 0)
  expect(Number.isSafeInteger(Math.floor(total))).toBe(false)
  expect(whatIsWrong(solved(200, edges, 'card'))).toBeNull()
  expect(() => checkCertificate(graph, mate, dual)).not.toThrow()
  const spoiled = { ...dual, u: dual.u.map((value, x) => (x === 0 ? value + 1 : value)) }
  expect(() => checkCertificate(graph, mate, spoiled)).toThrow('the proven bound is')
})

test('what cannot be written exactly is not written', () => {
  const edges = Array.from({ length: 9 }, (_, i): [number, number, number] => [2 * i, 2 * i + 1, 2 ** 50 + 1])
  expect(() => solved(18, edges, 'weight')).toThrow('too large')
  expect(solved(2, edges.slice(0, 1), 'weight').result.weight).toBe(2 ** 50 + 1)
})
