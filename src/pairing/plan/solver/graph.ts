/** A general graph with integer weights >= 0. Edge e joins u[e] and v[e]; of parallel edges the heaviest counts. */
export interface Graph {
  readonly n: number
  readonly u: Int32Array
  readonly v: Int32Array
  readonly w: Float64Array
  /**
   * What of an edge's weight comes with its ends: close to w on all edges, it makes the start better; left out, or far
   * off, the optimum is the same.
   */
  readonly worth?: Float64Array | null
  /** most pairs first and then the highest total, or the highest total alone */
  readonly objective: 'card' | 'weight'
}

/**
 * The certificate. For every edge u_a + u_b + sum of z over blossoms that hold both >= w + big, and
 * sum u + sum z (|B| - 1) / 2 equals the sum of (w + big) over the pairs: then no matching is better (weak duality,
 * Edmonds 1965).
 */
export interface Dual {
  readonly u: Float64Array
  readonly blossoms: readonly { readonly z: number; readonly vertices: Int32Array }[]
  /** added to every weight so that one more pair outweighs any total; 0 where only the total counts */
  readonly big: number
}
