import type { Dual } from './solver/graph.ts'
import type { BlossomIndex } from './solver/blossom-index.ts'

/** Steps on the way into a nest that are told apart; each leaves at most this share of the nest to the one before. */
const STEPS = 32

/**
 * By node, a sum of z that it surely shares: with another node of the same outermost blossom at least the smaller of the
 * two sums. Large blossoms nest like onions, so the way from the outermost one always into the largest inside is
 * followed; a node gets the z of all that hold it on that way.
 */
export function sureZ(n: number, blossoms: Dual['blossoms'], { outermost }: BlossomIndex): Float64Array {
  const sure = new Float64Array(n)
  const deepest = new Int32Array(n).fill(-1)
  const wayInto = new Map<number, number[]>()
  const largestFirst = [...blossoms.keys()].sort((a, b) => blossoms[b]!.vertices.length - blossoms[a]!.vertices.length)
  for (const b of largestFirst) {
    const { vertices } = blossoms[b]!
    const way = wayInto.get(outermost[vertices[0]!]!)
    if (way !== undefined && deepest[vertices[0]!] !== way.at(-1)) continue
    if (way === undefined) wayInto.set(b, [b])
    else way.push(b)
    for (const x of vertices) deepest[x] = b
  }
  for (const way of wayInto.values()) giveSteps(blossoms, way, sure)
  return sure
}

/** Only some steps of a long way count: of those that leave few nodes behind, the last. */
function giveSteps(blossoms: Dual['blossoms'], way: readonly number[], sure: Float64Array): void {
  const size = (i: number) => (i < way.length ? blossoms[way[i]!]!.vertices.length : 0)
  const few = size(0) / STEPS
  let z = 0
  let from = size(0)
  for (const [i, b] of way.entries()) {
    z += blossoms[b]!.z
    if (i > 0 && from - size(i + 1) <= few) continue
    from = size(i)
    for (const x of blossoms[b]!.vertices) sure[x] = z
  }
}
