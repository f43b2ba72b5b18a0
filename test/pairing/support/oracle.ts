export type Edges = readonly (readonly [number, number, number])[]

export interface Optimum {
  readonly pairs: number
  readonly weight: number
}

/**
 * The best matching by looking at every set of nodes: `best[set]` is the best within it. Shares nothing with the solver.
 * @param mostPairs pairs before weight
 */
export function exhaustive(n: number, edges: Edges, mostPairs: boolean): Optimum {
  const weight = Array.from({ length: n }, () => Array.from({ length: n }, () => -1))
  for (const [a, b, w] of edges) {
    weight[a]![b] = Math.max(weight[a]![b]!, w)
    weight[b]![a] = weight[a]![b]!
  }
  const big = mostPairs ? 1e9 : 0
  const best = new Float64Array(2 ** n)
  for (let set = 1; set < best.length; set++) {
    const last = 31 - Math.clz32(set)
    const rest = set & ~(1 << last)
    best[set] = best[rest]!
    for (let other = 0; other < last; other++) {
      if (!(rest & (1 << other)) || weight[last]![other]! < 0) continue
      best[set] = Math.max(best[set]!, best[rest & ~(1 << other)]! + weight[last]![other]! + big)
    }
  }
  const total = best.at(-1)!
  return mostPairs ? { pairs: Math.floor(total / big), weight: total % big } : { pairs: -1, weight: total }
}
