import type { Dual, Graph } from './graph.ts'
import { liftOf } from './csr.ts'
import { quarters } from './exact-sum.ts'

class CertificateFault extends Error {
  override readonly name = 'CertificateFault'
}

/**
 * Proves a matching optimal from the graph and the dual alone, knowing nothing of how they were found: linear in the
 * edges. Weak duality: any feasible dual bounds every matching from above, so one that equals the bound is a best one.
 * @throws CertificateFault saying what does not hold
 */
export function checkCertificate(graph: Graph, mate: Int32Array, dual: Dual): void {
  const big = checkLift(graph, dual)
  const within = checkBlossoms(graph.n, dual)
  for (let x = 0; x < graph.n; x++) {
    if (!(dual.u[x]! >= 0)) throw new CertificateFault(`the dual of node ${x} is negative`)
    const y = mate[x]!
    if (y >= 0 && (y === x || mate[y] !== x)) throw new CertificateFault(`node ${x} is paired one way only`)
  }
  const best = new Float64Array(graph.n).fill(-1)
  for (let e = 0; e < graph.u.length; e++) {
    const a = graph.u[e]!
    const b = graph.v[e]!
    let slack = dual.u[a]! + dual.u[b]! - graph.w[e]! - big
    if (slack < 0) slack += sharedZ(within, dual, a, b)
    if (!(slack >= 0)) throw new CertificateFault(`the dual does not cover edge ${a}-${b}`)
    if (mate[a] === b) best[Math.min(a, b)] = Math.max(best[Math.min(a, b)]!, graph.w[e]! + big)
  }
  checkTotals(graph.n, mate, dual, best)
}

function checkLift(graph: Graph, { big }: Dual): number {
  let heaviest = 0
  for (const weight of graph.w) heaviest = Math.max(heaviest, weight)
  const least = liftOf(heaviest, graph.n, graph.objective)
  if (graph.objective === 'card' ? big < least : big !== 0)
    throw new CertificateFault('the lift does not put pairs first')
  return big
}

function checkBlossoms(n: number, dual: Dual): (number[] | undefined)[] {
  const within: (number[] | undefined)[] = Array.from({ length: n })
  for (const [i, { z, vertices }] of dual.blossoms.entries()) {
    if (!(z > 0) || vertices.length < 3 || vertices.length % 2 === 0)
      throw new CertificateFault(`blossom ${i} is not one`)
    for (const x of vertices) {
      const own = (within[x] ??= [])
      if (own.at(-1) === i) throw new CertificateFault(`blossom ${i} holds node ${x} twice`)
      own.push(i)
    }
  }
  return within
}

function sharedZ(within: readonly (number[] | undefined)[], dual: Dual, a: number, b: number): number {
  const own = within[a] ?? []
  const other = within[b] ?? []
  let sum = 0
  // both lists rise
  for (let i = 0, j = 0; i < own.length && j < other.length; ) {
    if (own[i] === other[j]) sum += dual.blossoms[own[i]!]!.z
    if (own[i]! <= other[j]!) i++
    else j++
  }
  return sum
}

/** Added up exactly: of large weights the totals are more than a double holds, though no weight is. */
function checkTotals(n: number, mate: Int32Array, dual: Dual, best: Float64Array): void {
  const weights: number[] = []
  for (let x = 0; x < n; x++) {
    if (mate[x]! <= x) continue
    if (best[x]! < 0) throw new CertificateFault(`${x} and ${mate[x]} are paired without an edge`)
    weights.push(best[x]!)
  }
  const primal = quarters(weights)
  const nodes = quarters(dual.u)
  const inside = dual.blossoms.map(({ z, vertices }) => [quarters([z]), BigInt((vertices.length - 1) / 2)] as const)
  let bound = nodes
  for (const [z, pairs] of inside) bound = bound === null || z === null ? null : bound + z * pairs
  if (primal === null || bound === null || primal !== bound)
    throw new CertificateFault(`the pairs total ${primal} quarters, the proven bound is ${bound}`)
}
