import type { Csr } from './csr.ts'

/**
 * Duals to start from, feasible by construction: u_a + u_b >= w on every edge. A bipartite component gives its scarce
 * side the whole weight and the other side 0, so that only the scarce side is ever searched from; any other component
 * splits the weight in halves.
 */
export function startDuals(csr: Csr, u: Float64Array): void {
  const side = new Int8Array(csr.n).fill(-1)
  const component = new Int32Array(csr.n)
  for (let seed = 0; seed < csr.n; seed++) {
    if (side[seed] !== -1) continue
    const { size, second, bipartite } = colour(csr, seed, side, component)
    const scarce = 2 * second <= size ? 1 : 0
    for (let i = 0; i < size; i++) {
      const x = component[i]!
      if (!bipartite) u[x] = heaviestEdge(csr, x) / 2
      else u[x] = side[x] === scarce ? heaviestEdge(csr, x) : 0
    }
  }
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

function heaviestEdge({ first, lifted }: Csr, x: number): number {
  let heaviest = 0
  for (let k = first[x]!; k < first[x + 1]!; k++) if (lifted[k]! > heaviest) heaviest = lifted[k]!
  return heaviest
}
