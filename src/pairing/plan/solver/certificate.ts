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
    if (slack < 0) slack += sharedZ(within, dual, a, b, -slack)
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

/** The blossoms that hold node x are at[first[x]] to at[first[x + 1] - 1], rising. */
interface Within {
  readonly first: Int32Array
  readonly at: Int32Array
}

function checkBlossoms(n: number, { blossoms }: Dual): Within {
  const first = new Int32Array(n + 1)
  for (const { vertices } of blossoms) for (const x of vertices) first[x + 1]!++
  for (let x = 0; x < n; x++) first[x + 1]! += first[x]!
  const at = new Int32Array(first[n]!)
  const next = first.slice(0, n)
  for (const [i, { z, vertices }] of blossoms.entries()) {
    if (!(z > 0) || vertices.length < 3 || vertices.length % 2 === 0)
      throw new CertificateFault(`blossom ${i} is not one`)
    for (const x of vertices) {
      if (next[x]! > first[x]! && at[next[x]! - 1] === i)
        throw new CertificateFault(`blossom ${i} holds node ${x} twice`)
      at[next[x]!++] = i
    }
  }
  return { first, at }
}

/** The z of the blossoms that hold both, added up until there is enough. */
function sharedZ({ first, at }: Within, { blossoms }: Dual, a: number, b: number, enough: number): number {
  let sum = 0
  for (let i = first[a + 1]! - 1, j = first[b + 1]! - 1; sum < enough && i >= first[a]! && j >= first[b]!; ) {
    const own = at[i]!
    const other = at[j]!
    if (own === other) sum += blossoms[own]!.z
    if (own >= other) i--
    if (other >= own) j--
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
