import type { Graph } from './graph.ts'

/**
 * Neighbour lists in one block: those of x are adjacent[first[x]] to adjacent[first[x + 1] - 1], with their weights
 * lifted by `big`. In this folder an index is a node, an edge or a place that the loop around it keeps in range: that is
 * the proof behind every `!`.
 */
export interface Csr {
  readonly n: number
  readonly first: Int32Array
  readonly adjacent: Int32Array
  readonly lifted: Float64Array
  readonly big: number
  /** the largest weight before lifting */
  readonly heaviest: number
}

/** Above it, sums of two weights and halves of them would no longer be exact in a double. */
export const EXACT_WEIGHT_LIMIT = 2 ** 51

export class InexactWeights extends Error {
  override readonly name = 'InexactWeights'
}

/** The lift that makes one pair more outweigh any total; 0 where only the total counts. */
export function liftOf(heaviest: number, n: number, objective: Graph['objective']): number {
  return objective === 'card' ? heaviest * Math.floor(n / 2) + 1 : 0
}

/** @throws InexactWeights when the lifted weights would not be exact */
export function buildCsr(graph: Graph): Csr {
  const { n, u, v, w } = graph
  let heaviest = 0
  for (let e = 0; e < w.length; e++) heaviest = Math.max(heaviest, w[e]!)
  const big = liftOf(heaviest, n, graph.objective)
  if (!(heaviest + big < EXACT_WEIGHT_LIMIT)) throw new InexactWeights('The weights are too large to be exact.')
  const first = new Int32Array(n + 1)
  for (let e = 0; e < u.length; e++) {
    if (w[e]! + big === 0) continue
    first[u[e]! + 1]!++
    first[v[e]! + 1]!++
  }
  for (let x = 0; x < n; x++) first[x + 1]! += first[x]!
  const next = first.slice(0, n)
  const adjacent = new Int32Array(first[n]!)
  const lifted = new Float64Array(first[n]!)
  for (let e = 0; e < u.length; e++) {
    const weight = w[e]! + big
    // an edge of no weight can add nothing, and u >= 0 already covers it in the certificate
    if (weight === 0) continue
    const there = next[u[e]!]!++
    adjacent[there] = v[e]!
    lifted[there] = weight
    const back = next[v[e]!]!++
    adjacent[back] = u[e]!
    lifted[back] = weight
  }
  return { n, first, adjacent, lifted, big, heaviest }
}
