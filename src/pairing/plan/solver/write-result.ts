import { InexactWeights } from './csr.ts'
import type { Dual, Graph } from './graph.ts'

/** A solved graph as pairing.md section 8 writes it. */
export interface WrittenResult {
  readonly pairs: readonly (readonly [number, number])[]
  readonly weight: number
  readonly dual: {
    readonly u: readonly number[]
    readonly blossoms: readonly { readonly z: number; readonly vertices: readonly number[] }[]
    readonly big: number
  }
}

/**
 * @param nodeOf node of the input that each copy stands for; left out where the graph had no capacities
 * @throws InexactWeights when what the pairs weigh together cannot be written exactly
 */
export function writeResult(graph: Graph, mate: Int32Array, dual: Dual, nodeOf?: Int32Array): WrittenResult {
  const best = new Float64Array(graph.n).fill(-1)
  for (let e = 0; e < graph.u.length; e++) {
    const [x, y] = [graph.u[e]!, graph.v[e]!]
    if (mate[x] === y) best[Math.min(x, y)] = Math.max(best[Math.min(x, y)]!, graph.w[e]!)
  }
  const pairs: [number, number][] = []
  let weight = 0
  for (let x = 0; x < graph.n; x++) {
    if (mate[x]! <= x) continue
    const [a, b] = [nodeOf?.[x] ?? x, nodeOf?.[mate[x]!] ?? mate[x]!]
    pairs.push([Math.min(a, b), Math.max(a, b)])
    weight += best[x]!
  }
  if (!Number.isSafeInteger(weight)) throw new InexactWeights('The weights are too large to be exact.')
  pairs.sort(([a, b], [c, d]) => a - c || b - d)
  const blossoms = dual.blossoms.map(({ z, vertices }) => ({ z, vertices: Array.from(vertices) }))
  return { pairs, weight, dual: { u: Array.from(dual.u), blossoms, big: dual.big } }
}
