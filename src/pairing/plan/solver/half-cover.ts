import type { Csr } from './csr.ts'

const NOT_REACHED = -1
/** Halves on one node. */
export const HALF = 1
/** Where a quick matching already covers all but this share of the nodes, halves all round are about as good. */
const FEW = 0.1

/**
 * Puts 0, 1 or 2 halves on every node so that each edge has two or more on its ends, and as few as there can be in all:
 * a least fractional vertex cover. Koenig's theorem on the double cover (each node once on the left and once on the
 * right, every edge from the left to the right both ways), with the largest matching of Hopcroft and Karp (1973) there.
 */
export function halfCover(csr: Csr): Uint8Array {
  const matching = new DoubleMatching(csr)
  const { n } = csr
  const cover = new Uint8Array(n).fill(HALF)
  if (matching.free() <= FEW * n) return cover
  matching.complete()
  for (let x = 0; x < n; x++)
    cover[x] = (matching.isReached(x) ? 0 : 1) + (matching.isReached(matching.left[x]!) ? 1 : 0)
  return cover
}

/** A matching of left copies with right copies, greedy at first. */
class DoubleMatching {
  readonly #csr: Csr
  /** the right copy matched with each left one, and the other way round; -1 for none */
  readonly #right: Int32Array
  readonly left: Int32Array
  /** steps of an alternating path from the nearest free left copy */
  readonly #depth: Int32Array
  readonly #queue: Int32Array
  /** the next edge of each node that the current phase has not looked at */
  readonly #next: Int32Array

  constructor(csr: Csr) {
    const { n, first, adjacent } = csr
    this.#csr = csr
    this.#right = new Int32Array(n).fill(-1)
    this.left = new Int32Array(n).fill(-1)
    this.#depth = new Int32Array(n)
    this.#queue = new Int32Array(n)
    this.#next = new Int32Array(n)
    for (let x = 0; x < n; x++) {
      for (let k = first[x]!; k < first[x + 1]!; k++) {
        const y = adjacent[k]!
        if (this.left[y]! >= 0) continue
        this.#pair(x, y)
        break
      }
    }
  }

  free(): number {
    let count = 0
    for (const y of this.#right) if (y < 0) count++
    return count
  }

  /** Makes it a largest one; `isReached` is true of it from then on. */
  complete(): void {
    const { n, first } = this.#csr
    while (this.#layer()) {
      this.#next.set(first.subarray(0, n))
      for (let x = 0; x < n; x++) if (this.#right[x]! < 0) this.#extend(x)
    }
  }

  /** Whether an alternating path leads from a free left copy to this one; false for -1. */
  isReached(x: number): boolean {
    return x >= 0 && this.#depth[x] !== NOT_REACHED
  }

  #pair(x: number, y: number): void {
    this.#right[x] = y
    this.left[y] = x
  }

  /** Breadth first from all free left copies; true when a free right copy is within reach. */
  #layer(): boolean {
    const { n, first, adjacent } = this.#csr
    const depth = this.#depth.fill(NOT_REACHED)
    let size = 0
    let isFound = false
    for (let x = 0; x < n; x++) {
      if (this.#right[x]! >= 0) continue
      depth[x] = 0
      this.#queue[size++] = x
    }
    for (let head = 0; head < size; head++) {
      const x = this.#queue[head]!
      for (let k = first[x]!; k < first[x + 1]!; k++) {
        const z = this.left[adjacent[k]!]!
        if (z < 0) isFound = true
        else if (depth[z] === NOT_REACHED) {
          depth[z] = depth[x]! + 1
          this.#queue[size++] = z
        }
      }
    }
    return isFound
  }

  /** Depth first along the layers to a free right copy; each edge is looked at once a phase. */
  #extend(root: number): void {
    const { first, adjacent } = this.#csr
    const path = this.#queue
    path[0] = root
    for (let top = 0; top >= 0; ) {
      const x = path[top]!
      if (this.#next[x]! >= first[x + 1]!) {
        top--
        continue
      }
      const y = adjacent[this.#next[x]!++]!
      const z = this.left[y]!
      if (z < 0) return this.#flip(top, y)
      if (this.#depth[z] === this.#depth[x]! + 1) path[++top] = z
    }
  }

  #flip(top: number, end: number): void {
    let y = end
    for (let i = top; i >= 0; i--) {
      const x = this.#queue[i]!
      const before = this.#right[x]!
      this.#pair(x, y)
      y = before
    }
  }
}
