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

/** Stages that only save time: without them the same optimum comes out, and tests make the later ones work for it. */
export interface Stages {
  readonly greedy: boolean
  readonly halves: boolean
}

const EVERY_STAGE: Stages = { greedy: true, halves: true }

/** Searches that end early are taken up again with a limit this much larger: trees stay small. */
const LIMIT_GROWTH = 1.25

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
  if (stages.halves && worthiest.length > 0) halves.runFrom(worthiest)
  else if (stages.greedy) greedyStart(csr, u, mate)
  if (stages.halves) for (const limit of risingLimits(csr)) halves.run(limit)
  halves.breakCycles()
  if (isSettled(u, mate)) return { mate, dual: { u, blossoms: [], big: csr.big } }
  const search = new BlossomSearch(csr, u, mate)
  for (const limit of risingLimits(csr)) search.run(limit)
  return { mate, dual: { u, blossoms: exportBlossoms(search.blossoms), big: csr.big } }
}

/** Whoever is free has a dual of 0: nothing is left to search. */
function isSettled(u: Float64Array, mate: Int32Array): boolean {
  return mate.every((y, x) => y >= 0 || u[x] === 0)
}

/** Whole numbers, so that every dual stays a multiple of one half; the last one is no limit. */
function risingLimits({ heaviest, big }: Csr): number[] {
  const limits: number[] = []
  for (
    let limit = Math.max(1, Math.floor(heaviest / 64));
    limit < heaviest + big;
    limit = Math.ceil(limit * LIMIT_GROWTH)
  ) {
    limits.push(limit)
  }
  return [...limits, Number.POSITIVE_INFINITY]
}

function exportBlossoms(blossoms: Blossoms): Dual['blossoms'] {
  const found = []
  for (const b of blossoms.all()) {
    const z = blossoms.z[b]!
    if (z > 0) found.push({ z, vertices: blossoms.nodesOf(b) })
  }
  return found
}
