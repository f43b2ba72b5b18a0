import { BlossomSearch } from './blossom-search.ts'
import type { Blossoms } from './blossoms.ts'
import { buildCsr, type Csr } from './csr.ts'
import { greedyStart } from './greedy-start.ts'
import type { Dual, Graph } from './graph.ts'
import { HalfIntegral } from './half-integral.ts'
import { startDuals } from './start-duals.ts'

export interface Matching {
  /** the other end of each node's pair, -1 for none */
  readonly mate: Int32Array
  readonly dual: Dual
}

type Search = HalfIntegral | BlossomSearch

/** Stages that only save time: without them the same optimum comes out, and tests make the later ones work for it. */
export interface Stages {
  readonly greedy: boolean
  readonly halves: boolean
}

const EVERY_STAGE: Stages = { greedy: true, halves: true }

/** Searches that end early are taken up again with a limit this much larger: trees stay small. */
const LIMIT_GROWTH = 1.25
/** The first limit, as a share of the heaviest weight. The few searches with blossoms begin as small as can be. */
const FIRST_LIMIT = 1 / 256

/**
 * Maximum-weight matching in a general graph, exact, with the dual that proves it. Deterministic.
 * @throws InexactWeights when weights are too large for exact arithmetic
 */
export function solve(graph: Graph, stages: Stages = EVERY_STAGE): Matching {
  const csr = buildCsr(graph)
  const u = new Float64Array(csr.n)
  const mate = new Int32Array(csr.n).fill(-1)
  const worthiest = startDuals(csr, u, graph.worth ?? null)
  const halves = new HalfIntegral(csr, u, mate)
  // the cheap first matching would take no account of who is worth more
  if (stages.halves && worthiest.length > 0) halves.run(worthiest, Number.POSITIVE_INFINITY)
  else if (stages.greedy) greedyStart(csr, u, mate)
  if (stages.halves) searchAll(csr, u, mate, halves, csr.heaviest * FIRST_LIMIT)
  halves.breakCycles()
  if (openNodes(u, mate).length === 0) return { mate, dual: { u, blossoms: [], big: csr.big } }
  const search = new BlossomSearch(csr, u, mate)
  searchAll(csr, u, mate, search, 1)
  return { mate, dual: { u, blossoms: exportBlossoms(search.blossoms), big: csr.big } }
}

/**
 * Searches from all open nodes again and again, each time further. No search opens a node that was settled, so those left
 * over are all that the next limit has to look at; where none was settled, the limit grows the faster. Limits are whole
 * numbers, so that every dual stays a multiple of one half; the last one is no limit.
 */
function searchAll(
  { heaviest, big }: Csr,
  u: Float64Array,
  mate: Int32Array,
  search: Search,
  firstLimit: number,
): void {
  let growth = LIMIT_GROWTH
  let open = openNodes(u, mate)
  for (let limit = Math.max(1, Math.floor(firstLimit)); open.length > 0; limit = Math.ceil(limit * growth)) {
    const isLast = limit >= heaviest + big
    search.run(open, isLast ? Number.POSITIVE_INFINITY : limit)
    if (isLast) return
    const left = open.filter((x) => isOpen(u, mate, x))
    growth = left.length < open.length ? LIMIT_GROWTH : growth ** 2
    open = left
  }
}

function openNodes(u: Float64Array, mate: Int32Array): Int32Array {
  return Int32Array.from(mate.keys()).filter((x) => isOpen(u, mate, x))
}

/** Whoever is free is settled once its dual is 0. */
function isOpen(u: Float64Array, mate: Int32Array, x: number): boolean {
  return mate[x]! < 0 && u[x]! > 0
}

function exportBlossoms(blossoms: Blossoms): Dual['blossoms'] {
  const found = []
  for (const b of blossoms.all()) {
    const z = blossoms.z[b]!
    if (z > 0) found.push({ z, vertices: Int32Array.from(blossoms.nodesOf(b)) })
  }
  return found
}
