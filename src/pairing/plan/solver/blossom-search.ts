import type { Csr } from './csr.ts'
import { expand } from './expand.ts'
import { INNER, NONE, OUTER, SWALLOWED } from './labels.ts'
import { rebase } from './rebase.ts'
import { settle, shrink } from './shrink.ts'
import { BLOSSOM_EVENT, Tree } from './tree.ts'
import type { Blossoms } from './blossoms.ts'

/**
 * Exact search with blossoms (Edmonds 1965; event heap as in Galil, Micali and Gabow 1986), one tree at a time. Only
 * the nodes that the half-integral matching could not settle are searched from.
 */
export class BlossomSearch {
  readonly #tree: Tree

  constructor(csr: Csr, u: Float64Array, mate: Int32Array) {
    this.#tree = new Tree(csr, u, mate)
  }

  get blossoms(): Blossoms {
    return this.#tree.blossoms
  }

  /** Searches from those of the nodes that are free and have a dual left, in that order, none longer than `limit`. */
  run(roots: Int32Array, limit: number): void {
    const { mate, u } = this.#tree
    for (const root of roots) if (mate[root]! < 0 && u[root]! > 0) this.#search(root, limit)
  }

  #search(root: number, limit: number): void {
    const tree = this.#tree
    const { heap, end } = tree
    tree.begin(root, limit)
    while (heap.nextTime < end.time) {
      heap.pop()
      if (heap.x === BLOSSOM_EVENT) this.#emptied(heap.y, heap.time)
      else if (heap.y < 0) shrink(tree, heap.x, ~heap.y, heap.time)
      else this.#grow(heap.x, heap.y, heap.time)
    }
    if (end.kind === 'exhausted') this.#unmatch(end.x)
    else if (end.kind === 'free') this.#augment(end.x, end.y)
    this.#tidy(end.time)
  }

  /** A stale event: the blossom was swallowed, or taken apart and its number given to another. */
  #emptied(b: number, time: number): void {
    const { blossoms, blossomLabel, blossomSince } = this.#tree
    const holds = blossomLabel[b] === INNER && blossoms.around[b]! < 0
    if (holds && blossomSince[b]! + blossoms.z[b]! / 2 === time) expand(this.#tree, b, time)
  }

  #grow(x: number, y: number, time: number): void {
    const tree = this.#tree
    const { blossoms, mate } = tree
    // the source is compared too: after an expansion an older event may carry the same time
    if (tree.label[y] !== NONE || time !== tree.reached[y] || x !== tree.from[y]) return
    const inner = blossoms.top[y]!
    tree.hang(inner, INNER, time, x, y)
    tree.spread(inner, INNER, time)
    const base = blossoms.base[inner]!
    const partner = mate[base]!
    const outer = blossoms.top[partner]!
    tree.hang(outer, OUTER, time, base, partner)
    tree.spread(outer, OUTER, time)
  }

  #augment(x: number, y: number): void {
    const { blossoms, mate } = this.#tree
    rebase(blossoms, mate, blossoms.top[y]!, y)
    this.#pair(x, y)
    this.#flip(x)
  }

  /** Frees x, whose dual is 0: the root takes its place in the matching. */
  #unmatch(x: number): void {
    const { blossoms, mate, hangsFrom } = this.#tree
    const b = blossoms.outermost(x)
    rebase(blossoms, mate, b, x)
    mate[x] = -1
    const up = hangsFrom[b]!
    if (up >= 0) this.#flip(this.#passInner(up))
  }

  /** x, in an outer blossom, has just got a new mate: the path from there to the root is flipped. */
  #flip(start: number): void {
    const { blossoms, mate, hangsFrom } = this.#tree
    for (let x = start; ; ) {
      const b = blossoms.outermost(x)
      rebase(blossoms, mate, b, x)
      const up = hangsFrom[b]!
      if (up < 0) return
      x = this.#passInner(up)
    }
  }

  /** Pairs the inner blossom around `node` upwards; returns its new partner, outer and nearer the root. */
  #passInner(node: number): number {
    const { blossoms, mate, hangsFrom, hangsBy } = this.#tree
    const inner = blossoms.outermost(node)
    rebase(blossoms, mate, inner, hangsBy[inner]!)
    this.#pair(hangsFrom[inner]!, hangsBy[inner]!)
    return hangsFrom[inner]!
  }

  #pair(x: number, y: number): void {
    this.#tree.mate[x] = y
    this.#tree.mate[y] = x
  }

  /** Brings all duals up to `now`, forgets the labels, and takes apart outer blossoms whose dual is 0. */
  #tidy(now: number): void {
    const { blossoms, u, label, since, labelled, seen, reached, labelledBlossoms, blossomLabel } = this.#tree
    for (const x of labelled) {
      const passed = now - since[x]!
      if (label[x] === OUTER) u[x]! -= passed
      else if (label[x] === INNER) u[x]! += passed
      label[x] = NONE
    }
    for (const x of labelled) blossoms.top[x] = blossoms.outermost(x)
    for (const y of seen) reached[y] = Number.POSITIVE_INFINITY
    for (const b of labelledBlossoms) {
      const had = blossomLabel[b]!
      if (had !== NONE && had !== SWALLOWED) settle(this.#tree, b, now)
      blossomLabel[b] = NONE
    }
    for (const b of labelledBlossoms) if (blossoms.around[b]! < 0) this.#dissolveEmpty(b)
  }

  #dissolveEmpty(outermost: number): void {
    const { blossoms } = this.#tree
    const open = [outermost]
    for (let b = open.pop(); b !== undefined; b = open.pop()) {
      if (b < blossoms.n || blossoms.children[b] === undefined || blossoms.z[b]! !== 0) continue
      open.push(...blossoms.dissolve(b))
    }
  }
}
