import { allPairs } from './all-pairs.ts'
import { bestCandidates } from './best-candidates.ts'
import type { PairList } from './pair-list.ts'
import type { Places } from './places.ts'
import { priceOut } from './pricing.ts'
import type { Roster } from './roster.ts'
import { RowScan } from './row-scan.ts'
import { checkCertificate } from './solver/certificate.ts'
import type { SolvedStep } from './step-graph.ts'
import {
  type Given,
  type Goals,
  goalsOf,
  NOTHING_GIVEN,
  proofsOf,
  solveFree,
  type SolvedRound,
  solveSteps,
} from './solve-steps.ts'

/** Up to this many people every admissible pair is in the graph; beyond, the best candidates are, priced to no loss. */
const LOOK_AT_ALL = 300
const CANDIDATES_EACH = 30

export interface BestRound extends SolvedRound {
  readonly pairs: PairList
  /** the best without the floor, over the pairs of the list */
  readonly free: SolvedStep
}

/**
 * The best round over all admissible pairs, proved: every step's certificate is checked before it is handed out.
 * @throws CertificateFault when a proof does not hold, which is a fault of this program
 */
export function bestRound(r: Roster, places: Places, given: Given = NOTHING_GIVEN): BestRound {
  const goals = goalsOf(r, places, given)
  const { pairs, round } =
    r.people.length <= LOOK_AT_ALL ? overAll(r, places, goals) : priceUntilExact(r, places, goals)
  for (const { graph, mate, dual } of round.steps) checkCertificate(graph, mate, dual)
  return { ...round, free: solveFree(pairs, goals, round), pairs }
}

/** All pairs of a small round, the best candidates of a large one. */
export function roundPairs(r: Roster): PairList {
  return r.people.length <= LOOK_AT_ALL ? allPairs(r) : bestCandidates(r, CANDIDATES_EACH).pairs
}

interface Priced {
  readonly pairs: PairList
  readonly round: SolvedRound
}

function overAll(r: Roster, places: Places, goals: Goals): Priced {
  const pairs = allPairs(r)
  return { pairs, round: solveSteps(places, pairs, goals) }
}

/** Solves, puts back the pairs that the proofs do not cover, and solves again until they cover all. */
function priceUntilExact(r: Roster, places: Places, goals: Goals): Priced {
  const scan = new RowScan(r)
  const candidates = bestCandidates(r, CANDIDATES_EACH, scan)
  let floor: number | null = null
  // a try is a call of its own, so that its graphs are gone before the next makes its own
  const tryOut = (): SolvedRound | null => {
    const round = solveSteps(places, candidates.pairs, goals, floor)
    floor = round.floor
    return priceOut(r, places, candidates, proofsOf(round), scan) === 0 ? round : null
  }
  let round = tryOut()
  while (round === null) round = tryOut()
  return { pairs: candidates.pairs, round }
}
