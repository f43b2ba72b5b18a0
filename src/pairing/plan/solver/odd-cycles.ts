/**
 * Pairs and odd cycles of a half-integral matching, and the path changes that end a search. `parent` leads from an
 * inner node one step towards the root of the tree that is growing; a node on a cycle has no mate.
 */
export class OddCycles {
  /** next node on the same odd cycle; -1 for nodes on none */
  readonly next: Int32Array
  readonly #mate: Int32Array
  readonly #parent: Int32Array
  readonly #onPath: Int32Array
  #closed = 0

  constructor(mate: Int32Array, parent: Int32Array) {
    this.#mate = mate
    this.#parent = parent
    this.next = new Int32Array(mate.length).fill(-1)
    this.#onPath = new Int32Array(mate.length)
  }

  /** Pairs outer x with y and flips the path from x to the root. */
  pair(outer: number, other: number): void {
    let x = outer
    let y = other
    for (;;) {
      const left = this.#mate[x]!
      this.#mate[x] = y
      this.#mate[y] = x
      if (left < 0) return
      y = left
      x = this.#parent[left]!
    }
  }

  /** Frees outer x by flipping the path from x to the root. */
  unmatch(x: number): void {
    const left = this.#mate[x]!
    if (left < 0) return
    this.#mate[x] = -1
    this.pair(this.#parent[left]!, left)
  }

  /** Pairs the cycle's nodes two by two, leaving `start` free. */
  breakAt(start: number): void {
    const { next } = this
    let x = next[start]!
    next[start] = -1
    while (x !== start) {
      const y = next[x]!
      const after = next[y]!
      this.#mate[x] = y
      this.#mate[y] = x
      next[x] = -1
      next[y] = -1
      x = after
    }
  }

  /** The edge x-y joins two outer nodes: their paths down to where these meet, and the edge, become an odd cycle. */
  close(x: number, y: number): void {
    const mate = this.#mate
    const parent = this.#parent
    const mark = ++this.#closed
    for (let a = x; ; a = parent[mate[a]!]!) {
      this.#onPath[a] = mark
      if (mate[a]! < 0) break
    }
    const fromY: number[] = []
    let meeting = y
    for (; this.#onPath[meeting] !== mark; meeting = parent[mate[meeting]!]!) fromY.push(meeting, mate[meeting]!)
    const fromX: number[] = []
    for (let a = x; a !== meeting; a = parent[mate[a]!]!) fromX.push(a, mate[a]!)
    this.unmatch(meeting)
    const around = [meeting, ...fromX.toReversed(), ...fromY]
    for (const [i, node] of around.entries()) {
      this.next[node] = around[(i + 1) % around.length]!
      mate[node] = -1
    }
  }
}
