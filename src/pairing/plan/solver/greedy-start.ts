import type { Csr } from './csr.ts'

/**
 * A cheap first matching: lower each free node's dual until an edge is tight, and take a tight edge to a free node.
 * Keeps the duals feasible and every chosen edge tight; most nodes never need a search afterwards.
 */
export function greedyStart({ n, first, adjacent, lifted }: Csr, u: Float64Array, mate: Int32Array): void {
  for (let x = 0; x < n; x++) {
    if (mate[x]! >= 0) continue
    let least = u[x]!
    for (let k = first[x]!; k < first[x + 1]!; k++) {
      const slack = u[x]! + u[adjacent[k]!]! - lifted[k]!
      if (slack < least) least = slack
    }
    if (least > 0) u[x]! -= least
    for (let k = first[x]!; k < first[x + 1]!; k++) {
      const y = adjacent[k]!
      if (mate[y]! >= 0 || u[x]! + u[y]! !== lifted[k]!) continue
      mate[x] = y
      mate[y] = x
      break
    }
  }
}
