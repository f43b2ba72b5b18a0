import type { Csr } from './csr.ts'
import { HALF, halfCover } from './half-cover.ts'

/** colours of a node in `sides` */
const UNSEEN = -1
/** in a component with an odd cycle */
const ODD = 2

/**
 * Duals to start from, feasible by construction: u_a + u_b >= w on every edge. Each node has its own worth; what
 * edges weigh beyond that is given to a least vertex cover, so that hardly more nodes are searched from than there
 * will be pairs, and the others for their worth alone.
 * @returns those searched from for their worth, the most worth first: whoever fails then walls off its whole tree, as in
 * the greedy algorithm of a matroid
 */
export function startDuals(csr: Csr, u: Float64Array, worth: Float64Array | null): Int32Array {
  const own = worth ?? new Float64Array(csr.n)
  const cover = halfCover(csr)
  chooseSides(csr, cover)
  const forWorth: number[] = []
  for (let x = 0; x < csr.n; x++) {
    u[x] = own[x]! + (cover[x]! / 2) * mostBeyond(csr, x, own)
    if (cover[x] === HALF ? worth !== null : cover[x] === 0 && own[x]! > 0) forWorth.push(x)
  }
  return Int32Array.from(forWorth.sort((a, b) => own[b]! - own[a]! || a - b))
}

/** Where those with one half fall into two sides, the scarcer side takes both halves. */
function chooseSides(csr: Csr, cover: Uint8Array): void {
  const side = new Int8Array(csr.n).fill(UNSEEN)
  const found = new Int32Array(csr.n)
  for (let seed = 0; seed < csr.n; seed++) {
    if (cover[seed] !== HALF || side[seed] !== UNSEEN) continue
    const { size, second, isOdd } = colour(csr, seed, cover, side, found)
    const scarce = 2 * second <= size ? 1 : 0
    for (const x of found.subarray(0, size)) {
      if (isOdd) side[x] = ODD
      else cover[x] = side[x] === scarce ? 2 : 0
    }
  }
}

/** Breadth first from `seed` among those with one half, alternating sides, until an odd cycle shows. */
function colour(csr: Csr, seed: number, cover: Uint8Array, side: Int8Array, found: Int32Array) {
  const { first, adjacent } = csr
  let size = 1
  let second = 0
  found[0] = seed
  side[seed] = 0
  for (let head = 0; head < size; head++) {
    const x = found[head]!
    const own = side[x]!
    second += own
    for (let k = first[x]!; k < first[x + 1]!; k++) {
      const y = adjacent[k]!
      if (cover[y] !== HALF) continue
      if (side[y] === own || side[y] === ODD) return { size, second, isOdd: true }
      if (side[y] !== UNSEEN) continue
      side[y] = 1 - own
      found[size++] = y
    }
  }
  return { size, second, isOdd: false }
}

/** The most that an edge of x weighs beyond the worth of its two ends, if any does. */
function mostBeyond({ first, adjacent, lifted }: Csr, x: number, own: Float64Array): number {
  let most = 0
  for (let k = first[x]!; k < first[x + 1]!; k++) most = Math.max(most, lifted[k]! - own[x]! - own[adjacent[k]!]!)
  return most
}
