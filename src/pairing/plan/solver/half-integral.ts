import type { Csr } from './csr.ts'
import { EventHeap } from './event-heap.ts'
import { endAt, INNER, NONE, OUTER, type SearchEnd } from './labels.ts'
import { OddCycles } from './odd-cycles.ts'

/**
 * Optimal half-integral matching: pairs, and odd cycles whose edges count one half each. It needs no blossoms: when a
 * search meets one of its own outer nodes, an odd cycle is closed and the search is over. On mentoring graphs hardly any
 * cycle remains, and only those are left to the blossom search (the start that LEMON calls fractional; Balas 1981).
 *
 * One search grows one alternating tree from one free root. Time runs: outer duals fall with it, inner duals rise. A
 * node's dual is stored as it was when the node was labelled, at `since`; so the moment at which an edge becomes tight
 * is fixed when it is seen, and a heap without decrease-key is enough.
 */
export class HalfIntegral {
  readonly #csr: Csr
  readonly #u: Float64Array
  readonly #mate: Int32Array
  readonly #cycles: OddCycles
  readonly #label: Uint8Array
  readonly #since: Float64Array
  /** earliest moment at which an edge from the tree reaches a node, and the outer end of that edge */
  readonly #reached: Float64Array
  readonly #from: Int32Array
  readonly #parent: Int32Array
  readonly #labelled: Int32Array
  #labelledCount = 0
  readonly #seen: Int32Array
  #seenCount = 0
  readonly #heap = new EventHeap()
  #end: SearchEnd = { kind: 'limit', time: 0, x: -1, y: -1 }

  constructor(csr: Csr, u: Float64Array, mate: Int32Array) {
    const { n } = csr
    this.#csr = csr
    this.#u = u
    this.#mate = mate
    this.#label = new Uint8Array(n)
    this.#since = new Float64Array(n)
    this.#reached = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
    this.#from = new Int32Array(n)
    this.#parent = new Int32Array(n)
    this.#cycles = new OddCycles(mate, this.#parent)
    this.#labelled = new Int32Array(n)
    this.#seen = new Int32Array(n)
  }

  /** Searches from those of the nodes that are free and have a dual left, in that order, none longer than `limit`. */
  run(roots: Int32Array, limit: number): void {
    const { next } = this.#cycles
    for (const root of roots)
      if (this.#mate[root]! < 0 && next[root]! < 0 && this.#u[root]! > 0) this.#search(root, limit)
  }

  /** Turns each odd cycle into pairs and one free node. */
  breakCycles(): void {
    for (let x = 0; x < this.#csr.n; x++) if (this.#cycles.next[x]! >= 0) this.#cycles.breakAt(x)
  }

  #search(root: number, limit: number): void {
    const end = this.#end
    endAt(end, 'limit', limit, -1, -1)
    this.#labelledCount = 0
    this.#seenCount = 0
    this.#heap.clear()
    this.#growOuter(root, 0)
    while (this.#heap.nextTime < end.time) {
      this.#heap.pop()
      const { time, y } = this.#heap
      if (this.#label[y] !== NONE || time !== this.#reached[y]) continue
      this.#setLabel(y, INNER, time)
      this.#parent[y] = this.#from[y]!
      this.#growOuter(this.#mate[y]!, time)
    }
    this.#settleDuals(end.time)
    if (end.kind === 'exhausted') this.#cycles.unmatch(end.x)
    else if (end.kind === 'meet') this.#cycles.close(end.x, end.y)
    else if (end.kind !== 'limit') {
      if (end.kind === 'cycle') this.#cycles.breakAt(end.y)
      this.#cycles.pair(end.x, end.y)
    }
  }

  #setLabel(x: number, label: number, time: number): void {
    this.#label[x] = label
    this.#since[x] = time
    this.#labelled[this.#labelledCount++] = x
  }

  #growOuter(x: number, time: number): void {
    const { first, adjacent, lifted } = this.#csr
    const u = this.#u
    const mate = this.#mate
    const label = this.#label
    const since = this.#since
    const reached = this.#reached
    const { next } = this.#cycles
    const end = this.#end
    this.#setLabel(x, OUTER, time)
    const reach = time + u[x]!
    if (reach < end.time) endAt(end, 'exhausted', reach, x, -1)
    const own = mate[x]!
    const stop = first[x + 1]!
    for (let k = first[x]!; k < stop; k++) {
      const y = adjacent[k]!
      const met = label[y]!
      if (met === NONE) {
        const key = reach + u[y]! - lifted[k]!
        if (key > end.time) continue
        if (mate[y]! < 0) {
          // among those it meets at the same moment, whoever has most to lose: the others may stay free for less
          const isBetter = key < end.time || (end.kind === 'free' && next[y]! < 0 && u[y]! > u[end.y]!)
          if (isBetter) endAt(end, next[y]! < 0 ? 'free' : 'cycle', key, x, y)
        } else if (key < end.time && key < reached[y]!) {
          if (reached[y] === Number.POSITIVE_INFINITY) this.#seen[this.#seenCount++] = y
          reached[y] = key
          this.#from[y] = x
          this.#heap.push(key, x, y)
        }
      } else if (met === OUTER && y !== own) {
        const key = (reach + u[y]! + since[y]! - lifted[k]!) / 2
        if (key < end.time) endAt(end, 'meet', key, x, y)
      }
    }
  }

  #settleDuals(now: number): void {
    const u = this.#u
    for (let i = 0; i < this.#labelledCount; i++) {
      const x = this.#labelled[i]!
      const passed = now - this.#since[x]!
      u[x]! += this.#label[x] === OUTER ? -passed : passed
      this.#label[x] = NONE
    }
    for (let i = 0; i < this.#seenCount; i++) this.#reached[this.#seen[i]!] = Number.POSITIVE_INFINITY
  }
}
