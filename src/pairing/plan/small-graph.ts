import { solve } from './solver/solve.ts'

export type Edge = readonly [u: number, v: number, w: number]

/** The other end of each node in a matching with most pairs and, among those, the highest total. */
export function mostAndBest(n: number, edges: readonly Edge[]): Int32Array {
  const graph = {
    n,
    u: Int32Array.from(edges, ([u]) => u),
    v: Int32Array.from(edges, ([, v]) => v),
    w: Float64Array.from(edges, ([, , w]) => w),
    objective: 'card',
  } as const
  return solve(graph).mate
}
