import type { Csr } from './csr.ts'

/**
 * Duals to start from, feasible by construction: u_a + u_b >= w on every edge. Each node has its own worth; what
 * edges weigh beyond that is given to the scarce side of a bipartite component, so that the other side is searched from
 * for its worth alone, and split in halves in any other component.
 * @returns the sides searched from for their worth, the most worth first: whoever fails then walls off its whole tree,
 * as in the greedy algorithm of a matroid
 */
export function startDuals(csr: Csr, u: Float64Array, worth: Float64Array | null): Int32Array {
  const own = worth ?? new Float64Array(csr.n)
  const abundant: number[] = []
  const side = new Int8Array(csr.n).fill(-1)
  const component = new Int32Array(csr.n)
  for (let seed = 0; seed < csr.n; seed++) {
    if (side[seed] !== -1) continue
    const { size, second, bipartite } = colour(csr, seed, side, component)
    const scarce = 2 * second <= size ? 1 : 0
    for (let i = 0; i < size; i++) {
      const x = component[i]!
      if (!bipartite) {
        u[x] = Math.max(0, own[x]! + mostBeyond(csr, x, own) / 2)
        if (worth !== null) abundant.push(x)
      } else if (side[x] === scarce) u[x] = Math.max(0, own[x]! + mostBeyond(csr, x, own))
      else {
        u[x] = own[x]!
        if (own[x]! > 0) abundant.push(x)
      }
    }
  }
  return Int32Array.from(abundant.sort((a, b) => own[b]! - own[a]! || a - b))
}

/** Breadth first from `seed` into `component`, alternating sides. */
function colour(csr: Csr, seed: number, side: Int8Array, component: Int32Array) {
  const { first, adjacent } = csr
  let size = 1
  let second = 0
  let bipartite = true
  component[0] = seed
  side[seed] = 0
  for (let head = 0; head < size; head++) {
    const x = component[head]!
    const own = side[x]!
    second += own
    for (let k = first[x]!; k < first[x + 1]!; k++) {
      const y = adjacent[k]!
      if (side[y] === -1) {
        side[y] = 1 - own
        component[size++] = y
      } else if (side[y] === own) bipartite = false
    }
  }
  return { size, second, bipartite }
}

/** The most that an edge of x weighs beyond the worth of its two ends. */
function mostBeyond({ first, adjacent, lifted }: Csr, x: number, own: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY
  for (let k = first[x]!; k < first[x + 1]!; k++) most = Math.max(most, lifted[k]! - own[x]! - own[adjacent[k]!]!)
  return most
}
