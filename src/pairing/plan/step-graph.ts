import type { Packed } from './packing.ts'
import type { PairList } from './pair-list.ts'
import type { Places } from './places.ts'
import { BlossomIndex } from './solver/blossom-index.ts'
import type { Graph } from './solver/graph.ts'
import { type Matching, solve } from './solver/solve.ts'

/** One step of a round, solved. `shift` was added to each pair; `pairOf` leads from an edge to the place in the pair list it stands for. */
export interface SolvedStep extends Matching {
  readonly packed: Packed
  readonly shift: number
  readonly graph: Graph
  readonly pairOf: Int32Array
  readonly blossoms: BlossomIndex
  /** what the previous step requires of every optimal round, per place or blossom that must be filled; null at first */
  readonly face: Face | null
  /** all optimal rounds of this step have the same number of pairs */
  readonly countsPairs: boolean
}

/**
 * The optimal rounds of a step are exactly the matchings that use only its tight edges, fill every place whose dual is
 * above 0 and fill every blossom (complementary slackness). The next step chooses among them: it earns `prize` for each
 * such filling, which outweighs all else.
 */
export interface Face {
  readonly before: SolvedStep
  readonly prize: number
}

/** The graph of the first step: every place of the guide with the learner's place, for each pair of the list. */
export function solveFirst(places: Places, pairs: PairList, packed: Packed, objective: Graph['objective']): SolvedStep {
  const shift = objective === 'card' ? packed.shift : 0
  const edges = new EdgeList(edgesOf(places, pairs))
  for (let p = 0; p < pairs.size; p++) {
    const guide = pairs.guide[p]!
    const y = places.firstOf[pairs.learner[p]!]!
    const own = shift + packed.ofPair(guide, pairs.learner[p]!, pairs.score[p]!)
    for (let x = places.firstOf[guide]!; x < places.firstOf[guide + 1]!; x++) {
      const weight = own + atPlace(packed, x) + atPlace(packed, y)
      // where only the total counts, a pair that costs more than it earns is never made
      if (weight >= 0) edges.add(x, y, weight, p)
    }
  }
  return finish(edges, places.count, objective, { packed, shift, face: null }, packed.atPlace)
}

/** The next step among the optimal rounds of `before`; pairs below `floor` are left out. */
export function solveWithin(
  before: SolvedStep,
  pairs: PairList,
  packed: Packed,
  pairsAtMost: number,
  floor = 0,
): SolvedStep {
  const face = { before, prize: 1 + 2 * packed.most * pairsAtMost }
  const { graph, pairOf } = before
  // all rounds of the face have as many pairs only where the first step put the number of pairs first
  const shift = before.countsPairs ? packed.shift : 0
  const edges = new EdgeList(graph.u.length)
  for (let e = 0; e < graph.u.length; e++) {
    const x = graph.u[e]!
    const y = graph.v[e]!
    const p = pairOf[e]!
    if (pairs.score[p]! < floor || !isTight(before, x, y, graph.w[e]!)) continue
    const own = shift + packed.ofPair(pairs.guide[p]!, pairs.learner[p]!, pairs.score[p]!)
    const weight = prizesOf(face, x, y) + own + atPlace(packed, x) + atPlace(packed, y)
    if (weight >= 0) edges.add(x, y, weight, p)
  }
  return finish(edges, graph.n, 'weight', { packed, shift, face }, worthOf(face, packed))
}

/** What the edge x-y earns for filling places and blossoms that have to be filled. */
export function prizesOf({ before, prize }: Face, x: number, y: number): number {
  const { u } = before.dual
  return prize * ((u[x]! > 0 ? 1 : 0) + (u[y]! > 0 ? 1 : 0) + before.blossoms.sharedCount(x, y))
}

/** What of an edge's weight comes with its ends; blossoms, and what the pair itself is worth, come on top. */
function worthOf({ before, prize }: Face, packed: Packed): Float64Array {
  return before.dual.u.map((u, x) => (u > 0 ? prize : 0) + atPlace(packed, x))
}

export function atPlace(packed: Packed, x: number): number {
  return packed.atPlace === null ? 0 : packed.atPlace[x]!
}

/** Whether a round keeps to the face it was chosen from: everything that has to be filled is. */
export function keepsFace({ face, mate }: SolvedStep): boolean {
  if (face === null) return true
  const { before } = face
  let inside = 0
  for (let x = 0; x < mate.length; x++) {
    if (before.dual.u[x]! > 0 && mate[x]! < 0) return false
    if (mate[x]! > x) inside += before.blossoms.sharedCount(x, mate[x]!)
  }
  return inside === before.dual.blossoms.reduce((sum, { vertices }) => sum + (vertices.length - 1) / 2, 0)
}

/** Whether optimal rounds of a step may hold this edge of its graph. */
export function isTight({ dual, blossoms }: SolvedStep, x: number, y: number, weight: number): boolean {
  return dual.u[x]! + dual.u[y]! + blossoms.sharedZ(x, y) === weight + dual.big
}

type Stated = Pick<SolvedStep, 'packed' | 'shift' | 'face'>

function finish(
  edges: EdgeList,
  n: number,
  objective: Graph['objective'],
  stated: Stated,
  worth: Float64Array | null,
): SolvedStep {
  const { graph, pairOf } = edges.toGraph(n, objective, worth)
  const { mate, dual } = solve(graph)
  const countsPairs = objective === 'card' || stated.face?.before.countsPairs === true
  return { ...stated, graph, pairOf, mate, dual, blossoms: new BlossomIndex(n, dual.blossoms), countsPairs }
}

/** Edges up to a number known beforehand: a large round makes a dozen graphs, and copies would be felt. */
class EdgeList {
  readonly #u: Int32Array
  readonly #v: Int32Array
  readonly #w: Float64Array
  readonly #pair: Int32Array
  #size = 0

  constructor(atMost: number) {
    this.#u = new Int32Array(atMost)
    this.#v = new Int32Array(atMost)
    this.#w = new Float64Array(atMost)
    this.#pair = new Int32Array(atMost)
  }

  add(u: number, v: number, w: number, pair: number): void {
    this.#u[this.#size] = u
    this.#v[this.#size] = v
    this.#w[this.#size] = w
    this.#pair[this.#size++] = pair
  }

  toGraph(n: number, objective: Graph['objective'], worth: Float64Array | null) {
    const size = this.#size
    const [u, v, pairOf] = [this.#u.subarray(0, size), this.#v.subarray(0, size), this.#pair.subarray(0, size)]
    const graph: Graph = { n, u, v, w: this.#w.subarray(0, size), worth, objective }
    return { graph, pairOf }
  }
}

function edgesOf(places: Places, pairs: PairList): number {
  let edges = 0
  for (let p = 0; p < pairs.size; p++) edges += places.firstOf[pairs.guide[p]! + 1]! - places.firstOf[pairs.guide[p]!]!
  return edges
}
