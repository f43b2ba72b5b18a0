import { mix } from '../src/pairing/plan/lot.ts'
import type { Graph } from '../src/pairing/plan/solver/graph.ts'
import { seeded } from './random.ts'

/** What others do with the same graph: edges in random order, or the best first; each taken when both are free. */
export type Peer = (graph: Graph, seed: number) => Int32Array

export const randomPairs: Peer = (graph, seed) => takeInOrder(graph, (e) => mix(seed, e, 1))
export const greedyPairs: Peer = (graph) => takeInOrder(graph, (e) => -graph.w[e]!)

/** One person after another takes the best who is still free, as most coffee bots do. */
export const firstComeFirstServed: Peer = (graph, seed) => {
  const random = seeded(seed)
  const turn = Float64Array.from({ length: graph.n }, random)
  return takeInOrder(graph, (e) => Math.min(turn[graph.u[e]!]!, turn[graph.v[e]!]!) * 1e6 - graph.w[e]! / 1e3)
}

function takeInOrder(graph: Graph, key: (edge: number) => number): Int32Array {
  const keys = Float64Array.from({ length: graph.u.length }, (_, e) => key(e))
  const order = Int32Array.from({ length: graph.u.length }, (_, e) => e).sort((a, b) => keys[a]! - keys[b]! || a - b)
  const mate = new Int32Array(graph.n).fill(-1)
  for (const e of order) {
    const [x, y] = [graph.u[e]!, graph.v[e]!]
    if (mate[x]! >= 0 || mate[y]! >= 0) continue
    mate[x] = y
    mate[y] = x
  }
  return mate
}
