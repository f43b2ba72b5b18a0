import { expect, test } from 'vitest'
import { seeded } from '../../../bench/random.ts'
import { checkCertificate } from '../../../src/pairing/plan/solver/certificate.ts'
import { buildCsr } from '../../../src/pairing/plan/solver/csr.ts'
import type { Graph } from '../../../src/pairing/plan/solver/graph.ts'
import { HalfIntegral } from '../../../src/pairing/plan/solver/half-integral.ts'
import { solve } from '../../../src/pairing/plan/solver/solve.ts'
import { startDuals } from '../../../src/pairing/plan/solver/start-duals.ts'
import { aGraph, randomGraph } from '../support/graphs.ts'

const worthOf = ({ u, v, w }: Graph, mate: Int32Array) => {
  let [pairs, total] = [0, 0]
  for (let e = 0; e < u.length; e++) if (mate[u[e]!] === v[e]) [pairs, total] = [pairs + 1, total + w[e]!]
  return { pairs, total }
}

test.each(['card', 'weight'] as const)('%s: what is said of the worth of nodes changes no optimum', (objective) => {
  const random = seeded(7)
  for (let run = 0; run < 2000; run++) {
    const { n, edges } = randomGraph(random, 12)
    const own = Float64Array.from({ length: n }, () => Math.floor(random() * 50))
    const isTrue = random() < 0.5
    const graph = aGraph(n, isTrue ? edges.map(([a, b, w]) => [a, b, w + own[a]! + own[b]!]) : edges, objective)
    const { mate, dual } = solve({ ...graph, worth: own })
    expect(() => checkCertificate(graph, mate, dual)).not.toThrow()
    const [found, plain] = [worthOf(graph, mate), worthOf(graph, solve(graph).mate)]
    expect(found.total).toBe(plain.total)
    if (objective === 'card') expect(found.pairs).toBe(plain.pairs)
  }
})

/** `many` who want one of few places, each with a worth of their own and no liking: who gets one is all that counts. */
function crowd(many: number, few: number): Graph & { readonly worth: Float64Array } {
  const random = seeded(3)
  const worth = Float64Array.from({ length: many + few }, (_, x) => (x < many ? ((x * 7919) % many) + 1 : 0))
  const edges: [number, number, number][] = []
  for (let x = 0; x < many; x++) {
    for (let k = 0; k < 8; k++) edges.push([x, many + Math.floor(random() * few), worth[x]!])
  }
  return { ...aGraph(many + few, edges), worth }
}

/** Nodes that all searches together grow over. */
function grown(graph: Graph, worth: Float64Array | null): number {
  let reads = 0
  const csr = buildCsr(graph)
  const first = new Proxy(csr.first, {
    get: (target, key) => {
      reads += 1
      return Reflect.get(target, key) as unknown // counted, and what it was
    },
  })
  const u = new Float64Array(csr.n)
  const mate = new Int32Array(csr.n).fill(-1)
  const worthiest = startDuals(csr, u, worth)
  const halves = new HalfIntegral({ ...csr, first }, u, mate)
  halves.run(worthiest, Number.POSITIVE_INFINITY)
  halves.run(Int32Array.from(mate.keys()), Number.POSITIVE_INFINITY)
  return reads / 2
}

test('where far more come than there are places, whoever fails is not searched through again', () => {
  const graph = crowd(4800, 480)
  const withWorth = grown(graph, graph.worth)
  expect(withWorth).toBeLessThan(6 * graph.n)
  expect(withWorth).toBeLessThan(grown(graph, null) / 3)
})

test('where those with places could also be placed with each other, only they are searched from', () => {
  const random = seeded(5)
  const [many, few] = [4800, 480]
  const { n, u, v } = crowd(many, few)
  const edges: [number, number, number][] = Array.from(u, (x, e) => [x, v[e]!, 1 + Math.floor(random() * 900)])
  for (let place = many + 1; place < n; place++) edges.push([place - 1, place, 1 + Math.floor(random() * 900)])
  edges.push([n - 1, many, 900], [many, many + 2, 900])
  expect(grown(aGraph(n, edges), null)).toBeLessThan(3 * few)
})
