/**
 * Could a free node be placed if it had some more edges, everybody else staying placed? Searches for an augmenting path
 * from it (Edmonds 1965, cardinality): the given matching has to be a largest one of the given graph.
 */
export class Augmenter {
  readonly #first: Int32Array
  readonly #adjacent: Int32Array
  readonly #mate: Int32Array
  readonly #parent: Int32Array
  readonly #base: Int32Array
  readonly #isOuter: Uint8Array
  /** edges looked at so far, for whoever keeps a budget */
  work = 0

  constructor(n: number, u: Int32Array, v: Int32Array, mate: Int32Array) {
    this.#first = new Int32Array(n + 1)
    for (const end of [u, v]) for (const x of end) this.#first[x + 1]!++
    for (let x = 0; x < n; x++) this.#first[x + 1]! += this.#first[x]!
    const next = this.#first.slice(0, n)
    this.#adjacent = new Int32Array(2 * u.length)
    for (let e = 0; e < u.length; e++) {
      this.#adjacent[next[u[e]!]!++] = v[e]!
      this.#adjacent[next[v[e]!]!++] = u[e]!
    }
    this.#mate = mate
    this.#parent = new Int32Array(n)
    this.#base = new Int32Array(n)
    this.#isOuter = new Uint8Array(n)
  }

  /** Whether free `root` reaches another free node when joined to `extra` as well. */
  wouldPlace(root: number, extra: readonly number[]): boolean {
    this.#parent.fill(-1)
    this.#isOuter.fill(0)
    for (let x = 0; x < this.#base.length; x++) this.#base[x] = x
    const queue = [root]
    this.#isOuter[root] = 1
    for (const y of extra) if (this.#visit(root, y, root, queue)) return true
    for (let head = 0; head < queue.length; head++) {
      const x = queue[head]!
      for (let k = this.#first[x]!; k < this.#first[x + 1]!; k++) {
        if (this.#visit(x, this.#adjacent[k]!, root, queue)) return true
      }
    }
    return false
  }

  /** Looks along x-y from outer x; true when y is free and not the root. */
  #visit(x: number, y: number, root: number, queue: number[]): boolean {
    this.work++
    if (this.#base[x] === this.#base[y] || this.#mate[x] === y) return false
    const partner = this.#mate[y]!
    if (y === root || (partner >= 0 && this.#parent[partner]! >= 0)) this.#shrink(x, y, queue)
    else if (this.#parent[y]! < 0) {
      this.#parent[y] = x
      if (partner < 0) return true
      this.#isOuter[partner] = 1
      queue.push(partner)
    }
    return false
  }

  /** x and y are both outer: the nodes of the odd cycle all become outer under one base. */
  #shrink(x: number, y: number, queue: number[]): void {
    const base = this.#meeting(x, y)
    const inside = new Set<number>()
    this.#mark(x, base, y, inside)
    this.#mark(y, base, x, inside)
    for (let node = 0; node < this.#base.length; node++) {
      if (!inside.has(this.#base[node]!)) continue
      this.#base[node] = base
      if (this.#isOuter[node] === 1) continue
      this.#isOuter[node] = 1
      queue.push(node)
    }
  }

  #mark(from: number, base: number, across: number, inside: Set<number>): void {
    let child = across
    for (let node = from; this.#base[node] !== base; ) {
      const partner = this.#mate[node]!
      inside.add(this.#base[node]!)
      inside.add(this.#base[partner]!)
      this.#parent[node] = child
      child = partner
      node = this.#parent[partner]!
    }
  }

  #meeting(x: number, y: number): number {
    const seen = new Set<number>()
    for (let node = this.#base[x]!; ; node = this.#base[this.#parent[this.#mate[node]!]!]!) {
      seen.add(node)
      if (this.#mate[node]! < 0) break
    }
    let node = this.#base[y]!
    while (!seen.has(node)) node = this.#base[this.#parent[this.#mate[node]!]!]!
    return node
  }
}
