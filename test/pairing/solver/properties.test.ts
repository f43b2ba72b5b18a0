import fc from 'fast-check'
import { expect, test } from 'vitest'
import { solved } from '../support/graphs.ts'
import type { Edges } from '../support/oracle.ts'

const graphs = fc.integer({ min: 2, max: 16 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    edges: fc
      .array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.nat(60)), { maxLength: 50 })
      .map((edges) => edges.filter(([a, b]) => a !== b)),
  }),
)
const RUNS = { numRuns: 300, seed: 20261124 }
const value = (n: number, edges: Edges) => {
  const { pairs, weight } = solved(n, edges, 'card').result
  return [pairs.length, weight] as const
}

test('renumbering people changes neither the pairs nor the total', () => {
  fc.assert(
    fc.property(graphs, fc.infiniteStream(fc.nat()), ({ n, edges }, keys) => {
      const order = Array.from({ length: n }, (_, i) => ({ i, key: keys.next().value! })).sort((a, b) => a.key - b.key)
      const renumbered = new Map(order.map(({ i }, at) => [i, at]))
      const moved = edges.map(([a, b, w]) => [renumbered.get(a)!, renumbered.get(b)!, w] as const)
      expect(value(n, moved.toReversed())).toEqual(value(n, edges))
    }),
    RUNS,
  )
})

test('one more edge never lowers pairs, nor the total at as many pairs', () => {
  fc.assert(
    fc.property(graphs, ({ n, edges: [extra, ...edges] }) => {
      if (extra === undefined) return
      const [pairs, total] = value(n, edges)
      const [more, higher] = value(n, [...edges, extra])
      expect(more > pairs || (more === pairs && higher >= total)).toBe(true)
    }),
    RUNS,
  )
})

test('raising one score by d raises the total by at most d', () => {
  fc.assert(
    fc.property(graphs, fc.nat(40), ({ n, edges }, d) => {
      const [first, ...others] = edges
      if (first === undefined) return
      const [pairs, total] = value(n, edges)
      const [same, higher] = value(n, [[first[0], first[1], first[2] + d], ...others])
      expect(same).toBe(pairs)
      expect(higher).toBeGreaterThanOrEqual(total)
      expect(higher).toBeLessThanOrEqual(total + d)
    }),
    RUNS,
  )
})

test('removing a person costs at most one pair', () => {
  fc.assert(
    fc.property(graphs, ({ n, edges }) => {
      const without = edges.filter(([a, b]) => a !== 0 && b !== 0)
      expect(value(n, edges)[0] - value(n, without)[0]).toBeLessThanOrEqual(1)
    }),
    RUNS,
  )
})
