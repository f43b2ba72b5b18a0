/**
 * Nested blossoms. Numbers below n are single nodes, those from n on are blossoms: odd cycles of smaller ones, joined by
 * tight edges. `joins[b]` holds for place i the edge from child i to child i + 1 (the last back to the first).
 * Invariant between operations: children[b][0] contains base[b], and children 1-2, 3-4 ... are matched to each other.
 */
export class Blossoms {
  readonly n: number
  readonly children: (readonly number[] | undefined)[]
  readonly joinFrom: (readonly number[] | undefined)[]
  readonly joinTo: (readonly number[] | undefined)[]
  /** the node whose mate lies outside */
  readonly base: Int32Array
  /** the blossom around this one, -1 at the top */
  readonly around: Int32Array
  /** dual of the blossom */
  readonly z: Float64Array
  /** the outermost blossom of each node as the current search began; kept exact for everything unlabelled */
  readonly top: Int32Array
  /** union-find over blossoms swallowed in the current search */
  readonly #into: Int32Array
  readonly #unused: number[] = []
  #next: number

  constructor(n: number) {
    const size = 2 * n + 1
    this.n = n
    this.#next = n
    this.children = Array.from({ length: size })
    this.joinFrom = Array.from({ length: size })
    this.joinTo = Array.from({ length: size })
    this.base = countUp(size)
    this.around = new Int32Array(size).fill(-1)
    this.z = new Float64Array(size)
    this.top = countUp(n)
    this.#into = countUp(size)
  }

  /** The outermost blossom of a node now, those of the current search included. */
  outermost(node: number): number {
    const into = this.#into
    let root = this.top[node]!
    while (into[root]! !== root) root = into[root]!
    for (let b = this.top[node]!; b !== root; ) {
      const up = into[b]!
      into[b] = root
      b = up
    }
    return root
  }

  nodesOf(blossom: number): number[] {
    const nodes: number[] = []
    const open = [blossom]
    for (let b = open.pop(); b !== undefined; b = open.pop()) {
      if (b < this.n) nodes.push(b)
      else for (const child of this.children[b]!) open.push(child)
    }
    return nodes
  }

  create(children: readonly number[], joinFrom: readonly number[], joinTo: readonly number[]): number {
    const b = this.#unused.pop() ?? this.#next++
    this.children[b] = children
    this.joinFrom[b] = joinFrom
    this.joinTo[b] = joinTo
    this.base[b] = this.base[children[0]!]!
    this.around[b] = -1
    this.z[b] = 0
    this.#into[b] = b
    for (const child of children) {
      this.around[child] = b
      this.#into[child] = b
    }
    return b
  }

  /** Takes an outermost blossom apart: its children become outermost. */
  dissolve(b: number): readonly number[] {
    const children = this.children[b]!
    for (const child of children) {
      this.#into[child] = child
      this.around[child] = -1
      for (const node of this.nodesOf(child)) this.top[node] = child
    }
    this.children[b] = undefined
    this.z[b] = 0
    this.#unused.push(b)
    return children
  }

  *all(): Generator<number> {
    for (let b = this.n; b < this.#next; b++) if (this.children[b] !== undefined) yield b
  }
}

function countUp(size: number): Int32Array {
  const numbers = new Int32Array(size)
  for (let i = 0; i < size; i++) numbers[i] = i
  return numbers
}
