import type { ExportedStep } from '../../../src/pairing/plan/export-proof.ts'
import type { Graph } from '../../../src/pairing/plan/solver/graph.ts'
import { solve, type Stages } from '../../../src/pairing/plan/solver/solve.ts'
import { writeResult } from '../../../src/pairing/plan/solver/write-result.ts'
import type { Edges } from './oracle.ts'

export function aGraph(n: number, edges: Edges, objective: Graph['objective'] = 'card'): Graph {
  return {
    n,
    u: Int32Array.from(edges, ([a]) => a),
    v: Int32Array.from(edges, ([, b]) => b),
    w: Float64Array.from(edges, ([, , w]) => w),
    objective,
  }
}

/** Solves a graph and writes it as the app exports it. */
export function solved(n: number, edges: Edges, objective: Graph['objective'], stages?: Stages): ExportedStep {
  const graph = aGraph(n, edges, objective)
  const { mate, dual } = solve(graph, stages)
  return { graph: { n, edges, objective }, result: writeResult(graph, mate, dual) }
}

/** Up to `most` nodes, sparse to dense, weights of few or many values: ties make blossoms. */
export function randomGraph(random: () => number, most: number): { n: number; edges: [number, number, number][] } {
  const n = 1 + Math.floor(random() * most)
  const density = random()
  const heaviest = [0, 1, 2, 4, 20, 1000][Math.floor(random() * 6)]!
  const edges: [number, number, number][] = []
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) if (random() < density) edges.push([a, b, Math.floor(random() * (heaviest + 1))])
  }
  return { n, edges }
}
