import { expect, test } from 'vitest'
import { checkCertificate } from '../../../src/pairing/plan/solver/certificate.ts'
import type { Dual } from '../../../src/pairing/plan/solver/graph.ts'
import { aGraph } from '../support/graphs.ts'

/** A triangle with a tail of no use: one pair, and a blossom that proves there can be no more weight. */
const GRAPH = aGraph(
  4,
  [
    [0, 1, 2],
    [1, 2, 2],
    [0, 2, 2],
    [2, 3, 0],
  ],
  'weight',
)
const MATE = [1, 0, -1, -1]
const blossom = (z: number, ...vertices: number[]) => ({ z, vertices: Int32Array.from(vertices) })
const NEST = [blossom(2, 0, 1, 2)]

function check(mate: readonly number[], u: readonly number[], blossoms: Dual['blossoms'], big = 0) {
  return () => checkCertificate(GRAPH, Int32Array.from(mate), { u: Float64Array.from(u), blossoms, big })
}

test('a matching with its proof is accepted', () => {
  expect(check(MATE, [0, 0, 0, 0], NEST)).not.toThrow()
})

test.each([
  ['a negative dual', MATE, [0, 0, 0, -1], NEST, 'the dual of node 3 is negative'],
  ['a dual that is no number', MATE, [0, 0, 0, Number.NaN], NEST, 'the dual of node 3 is negative'],
  ['a pair of one', [1, 2, 1, -1], [0, 0, 0, 0], NEST, 'node 0 is paired one way only'],
  ['somebody paired with themselves', [0, -1, -1, -1], [0, 0, 0, 0], NEST, 'node 0 is paired one way only'],
  ['a pair without an edge', [3, -1, -1, 0], [0, 0, 0, 0], NEST, '0 and 3 are paired without an edge'],
  ['a blossom of no weight', MATE, [0, 0, 0, 0], [blossom(0, 0, 1, 2)], 'blossom 0 is not one'],
  ['an even blossom', MATE, [0, 0, 0, 0], [blossom(2, 0, 1, 2, 3)], 'blossom 0 is not one'],
  ['a blossom of one', MATE, [0, 0, 0, 0], [blossom(2, 0)], 'blossom 0 is not one'],
  ['a node twice in a blossom', MATE, [0, 0, 0, 0], [...NEST, blossom(2, 3, 1, 3)], 'blossom 1 holds node 3 twice'],
  ['an edge that only a part covers', MATE, [0, 0, 0, 0], [blossom(1, 0, 1, 2)], 'the dual does not cover edge 0-1'],
  ['a blossom elsewhere', MATE, [0, 0, 0, 0], [blossom(2, 0, 1, 3)], 'the dual does not cover edge 1-2'],
  ['too small a matching', [-1, -1, -1, -1], [0, 0, 0, 0], NEST, 'the proven bound is 8'],
  ['a bound above the matching', MATE, [0, 0, 0, 1], NEST, 'the pairs total 8 quarters, the proven bound is 12'],
])('refused: %s', (_, mate, u, blossoms, sentence) => {
  expect(check(mate, u, blossoms)).toThrow(sentence)
})

test('a lift where only the total counts is refused', () => {
  expect(check(MATE, [0, 0, 0, 0], NEST, 5)).toThrow('the lift does not put pairs first')
})

test('z of blossoms inside each other adds up until the edge is covered', () => {
  const nested = [blossom(1, 0, 1, 2), blossom(1, 2, 1, 0)]
  expect(check(MATE, [0, 0, 0, 0], nested)).not.toThrow()
  expect(check(MATE, [0, 0, 0, 0], [nested[0]!, blossom(0.5, 0, 1, 2)])).toThrow('does not cover edge 0-1')
})
