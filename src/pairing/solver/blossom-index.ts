import type { Dual } from './graph.ts'

/** Which blossoms of a certificate hold two nodes at once. */
export class BlossomIndex {
  /** outermost blossom of each node, -1 for none */
  readonly outermost: Int32Array
  /** 1 where a node lies in more than one */
  readonly nested: Uint8Array
  readonly z: readonly number[]
  readonly #within: (number[] | undefined)[]

  constructor(n: number, blossoms: Dual['blossoms']) {
    this.outermost = new Int32Array(n).fill(-1)
    this.nested = new Uint8Array(n)
    this.z = blossoms.map((blossom) => blossom.z)
    this.#within = Array.from({ length: n })
    const largestFirst = [...blossoms.entries()].sort(([, a], [, b]) => b.vertices.length - a.vertices.length)
    for (const [i, { vertices }] of largestFirst) {
      for (const x of vertices) {
        const list = this.#within[x]
        if (list === undefined) {
          this.#within[x] = [i]
          this.outermost[x] = i
        } else {
          list.push(i)
          this.nested[x] = 1
        }
      }
    }
  }

  get isEmpty(): boolean {
    return this.z.length === 0
  }

  /** Sum of z over the blossoms that hold both, and how many they are. */
  shared(x: number, y: number): { readonly z: number; readonly count: number } {
    if (this.outermost[x]! < 0 || this.outermost[x] !== this.outermost[y]) return NOTHING
    const others = this.#within[y]!
    let z = 0
    let count = 0
    for (const i of this.#within[x]!) {
      if (!others.includes(i)) continue
      z += this.z[i]!
      count++
    }
    return { z, count }
  }
}

const NOTHING = { z: 0, count: 0 } as const
