import type { Dual } from './graph.ts'

/**
 * Which blossoms of a certificate hold two nodes at once. Blossoms nest, so they form trees: those that hold two nodes
 * are the lowest such one and all around it.
 */
export class BlossomIndex {
  /** outermost blossom of each node, -1 for none */
  readonly outermost: Int32Array
  readonly z: readonly number[]
  readonly #innermost: Int32Array
  /** by blossom: the one around it, -1 at the top */
  readonly #around: Int32Array
  /** by blossom: how many hold it, itself counted, and their z */
  readonly #depth: Int32Array
  readonly #zAll: Float64Array

  constructor(n: number, blossoms: Dual['blossoms']) {
    this.outermost = new Int32Array(n).fill(-1)
    this.#innermost = new Int32Array(n).fill(-1)
    this.z = blossoms.map((blossom) => blossom.z)
    this.#around = new Int32Array(blossoms.length)
    this.#depth = new Int32Array(blossoms.length)
    this.#zAll = new Float64Array(blossoms.length)
    const largestFirst = [...blossoms.entries()].sort(([, a], [, b]) => b.vertices.length - a.vertices.length)
    for (const [i, { z, vertices }] of largestFirst) {
      const around = this.#innermost[vertices[0]!]!
      this.#around[i] = around
      this.#depth[i] = 1 + (around < 0 ? 0 : this.#depth[around]!)
      this.#zAll[i] = z + (around < 0 ? 0 : this.#zAll[around]!)
      for (const x of vertices) {
        this.#innermost[x] = i
        if (around < 0) this.outermost[x] = i
      }
    }
  }

  /** How many blossoms hold both. */
  sharedCount(x: number, y: number): number {
    const lowest = this.#lowest(x, y)
    return lowest < 0 ? 0 : this.#depth[lowest]!
  }

  /** The sum of z over the blossoms that hold both. */
  sharedZ(x: number, y: number): number {
    const lowest = this.#lowest(x, y)
    return lowest < 0 ? 0 : this.#zAll[lowest]!
  }

  /** The smallest blossom that holds both, -1 when none does. */
  #lowest(x: number, y: number): number {
    if (this.outermost[x]! < 0 || this.outermost[x] !== this.outermost[y]) return -1
    let a = this.#innermost[x]!
    let b = this.#innermost[y]!
    while (a !== b) {
      if (this.#depth[a]! >= this.#depth[b]!) a = this.#around[a]!
      else b = this.#around[b]!
    }
    return a
  }
}
