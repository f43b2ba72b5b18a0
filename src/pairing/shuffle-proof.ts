import type { ExportedStep } from './plan/export-proof.ts'

/**
 * A step with its nodes renumbered, so that nobody can read from an absent edge whom a private rule keeps apart: the
 * proof holds all the same, since it speaks of a graph and not of people.
 * @param numberOf the new number of each node, a permutation
 */
export function renumbered({ graph, result }: ExportedStep, numberOf: readonly number[]): ExportedStep {
  const name = (node: number) => numberOf[node] ?? node
  const both = (a: number, b: number): [number, number] => {
    const [x, y] = [name(a), name(b)]
    return x < y ? [x, y] : [y, x]
  }
  const u = [...result.dual.u]
  for (const [node, value] of result.dual.u.entries()) u[name(node)] = value
  return {
    graph: {
      ...graph,
      edges: graph.edges.map(([a, b, w]) => [...both(a, b), w] as const).toSorted(([a, b], [c, d]) => a - c || b - d),
    },
    result: {
      ...result,
      pairs: result.pairs.map(([a, b]) => both(a, b)).toSorted(([a, b], [c, d]) => a - c || b - d),
      dual: {
        ...result.dual,
        u,
        blossoms: result.dual.blossoms.map(({ z, vertices }) => ({
          z,
          vertices: Array.from(vertices, name).toSorted((a, b) => a - b),
        })),
      },
    },
  }
}
