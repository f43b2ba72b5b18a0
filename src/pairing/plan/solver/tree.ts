import { Blossoms } from './blossoms.ts'
import type { Csr } from './csr.ts'
import { EventHeap } from './event-heap.ts'
import { endAt, INNER, NONE, OUTER, type SearchEnd } from './labels.ts'

/** Events with this as x are about a blossom, y: its dual reaches 0. */
export const BLOSSOM_EVENT = -1

/**
 * The alternating tree of one blossom search. As in half-integral.ts, duals are stored as of the moment of labelling
 * (`since`, for nodes and for outermost blossoms), so event times never change.
 */
export class Tree {
  readonly csr: Csr
  readonly u: Float64Array
  readonly mate: Int32Array
  readonly blossoms: Blossoms
  readonly heap = new EventHeap()
  readonly end: SearchEnd = { kind: 'limit', time: 0, x: -1, y: -1 }
  readonly label: Uint8Array
  readonly since: Float64Array
  /** earliest moment at which an edge from the tree reaches an unlabelled node, and that edge's outer end */
  readonly reached: Float64Array
  readonly from: Int32Array
  readonly blossomLabel: Uint8Array
  readonly blossomSince: Float64Array
  /** the tree edge by which a labelled blossom hangs on its parent: parent's end and own end, -1 at the root */
  readonly hangsFrom: Int32Array
  readonly hangsBy: Int32Array
  /** nodes and blossoms to be tidied after the search; nodes are listed once a search, however often relabelled */
  readonly labelled: number[] = []
  readonly seen: number[] = []
  readonly labelledBlossoms: number[] = []
  readonly #labelledIn: Int32Array
  readonly #seenIn: Int32Array
  #search = 0

  constructor(csr: Csr, u: Float64Array, mate: Int32Array) {
    const { n } = csr
    this.csr = csr
    this.u = u
    this.mate = mate
    this.blossoms = new Blossoms(n)
    this.label = new Uint8Array(n)
    this.since = new Float64Array(n)
    this.reached = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
    this.from = new Int32Array(n)
    this.blossomLabel = new Uint8Array(2 * n + 1)
    this.blossomSince = new Float64Array(2 * n + 1)
    this.hangsFrom = new Int32Array(2 * n + 1).fill(-1)
    this.hangsBy = new Int32Array(2 * n + 1).fill(-1)
    this.#labelledIn = new Int32Array(n)
    this.#seenIn = new Int32Array(n)
  }

  begin(root: number, limit: number): void {
    this.#search++
    this.heap.clear()
    this.labelled.length = 0
    this.seen.length = 0
    this.labelledBlossoms.length = 0
    endAt(this.end, 'limit', limit, -1, -1)
    this.hang(this.blossoms.top[root]!, OUTER, 0, -1, -1)
    this.spread(this.blossoms.top[root]!, OUTER, 0)
  }

  /** Labels an outermost blossom; its nodes are spread apart from it. */
  hang(b: number, label: number, time: number, parentEnd: number, ownEnd: number): void {
    this.blossomLabel[b] = label
    this.blossomSince[b] = time
    this.hangsFrom[b] = parentEnd
    this.hangsBy[b] = ownEnd
    this.labelledBlossoms.push(b)
    if (label === INNER && b >= this.blossoms.n) this.#expectEmpty(b, time)
  }

  /** Labels the nodes of a blossom; outer ones look around. */
  spread(b: number, label: number, time: number): void {
    const nodes = b < this.blossoms.n ? [b] : this.blossoms.nodesOf(b)
    for (const x of nodes) this.setLabel(x, label, time)
    if (label === OUTER) for (const x of nodes) this.scan(x)
  }

  setLabel(x: number, label: number, time: number): void {
    this.label[x] = label
    this.since[x] = time
    if (this.#labelledIn[x] === this.#search) return
    this.#labelledIn[x] = this.#search
    this.labelled.push(x)
  }

  /** Notes that the tree reaches unlabelled y from outer x at `time`. */
  reach(y: number, x: number, time: number): void {
    if (this.#seenIn[y] !== this.#search) {
      this.#seenIn[y] = this.#search
      this.seen.push(y)
    }
    this.reached[y] = time
    this.from[y] = x
    this.heap.push(time, x, y)
  }

  /** Looks along the edges of outer node x for events. An edge to another outer node is pushed as (x, ~y). */
  scan(x: number): void {
    const { first, adjacent, lifted } = this.csr
    const { u, mate, label, since, reached, end, blossoms } = this
    const reach = since[x]! + u[x]!
    if (reach < end.time) endAt(end, 'exhausted', reach, x, -1)
    const own = mate[x]!
    const stop = first[x + 1]!
    for (let k = first[x]!; k < stop; k++) {
      const y = adjacent[k]!
      const met = label[y]!
      if (met === NONE) {
        const key = reach + u[y]! - lifted[k]!
        if (key >= end.time || key >= reached[y]!) continue
        if (mate[blossoms.base[blossoms.top[y]!]!]! < 0) endAt(end, 'free', key, x, y)
        else this.reach(y, x, key)
      } else if (met === OUTER && y !== own) {
        const key = (reach + u[y]! + since[y]! - lifted[k]!) / 2
        if (key < end.time && blossoms.outermost(x) !== blossoms.outermost(y)) this.heap.push(key, x, ~y)
      }
    }
  }

  /** The blossom whose tree edge leads up from outer blossom b: its inner parent. -1 at the root. */
  parentOf(b: number): number {
    const end = this.hangsFrom[b]!
    return end < 0 ? -1 : this.blossoms.outermost(end)
  }

  #expectEmpty(b: number, time: number): void {
    const key = time + this.blossoms.z[b]! / 2
    if (key < this.end.time) this.heap.push(key, BLOSSOM_EVENT, b)
  }
}
