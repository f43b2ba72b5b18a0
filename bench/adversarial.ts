import type { Graph } from '../src/pairing/plan/solver/graph.ts'
import { seeded } from './random.ts'

type Edge = readonly [number, number, number]

/** Graphs on which matching codes are known to be slow, none of them like a company. */
export const ADVERSARIAL: Record<string, (n: number) => Graph> = {
  'disjoint triangles, weak links': (n) => {
    const edges: Edge[] = []
    for (let a = 0; a + 2 < n; a += 3) {
      edges.push([a, a + 1, 1000], [a + 1, a + 2, 1000], [a, a + 2, 1000])
      if (a + 3 < n) edges.push([a + 2, a + 3, 1])
    }
    return graphOf(n, edges)
  },
  'geometric, 10 nearest of a window': (n) => {
    const random = seeded(3)
    const points = Array.from({ length: n }, () => [random(), random()] as const).sort(([a], [b]) => a - b)
    const window = Math.ceil(4 * Math.sqrt(n))
    const edges = points.flatMap(([x, y], a) =>
      points
        .slice(a + 1, a + 1 + window)
        .map(([p, q], i): Edge => [a, a + 1 + i, Math.max(0, 1_000_000 - Math.round(1e6 * Math.hypot(p - x, q - y)))])
        .sort((one, other) => other[2] - one[2])
        .slice(0, 10),
    )
    return graphOf(n, edges)
  },
  'all scores equal': (n) => {
    const random = seeded(4)
    const edges = Array.from({ length: 15 * n }, (): Edge => {
      const a = Math.floor(random() * n)
      return [a, (a + 1 + Math.floor(random() * (n - 1))) % n, 500]
    })
    return graphOf(n, edges)
  },
}

function graphOf(n: number, edges: readonly Edge[]): Graph {
  const column = (i: 0 | 1) => Int32Array.from(edges, (edge) => edge[i])
  return { n, u: column(0), v: column(1), w: Float64Array.from(edges, ([, , w]) => w), objective: 'card' }
}
