import { allPairs } from './all-pairs.ts'
import { bestCandidates } from './best-candidates.ts'
import type { PairList } from './pair-list.ts'
import type { Places } from './places.ts'
import { priceOut } from './pricing.ts'
import type { Roster } from './roster.ts'
import { checkCertificate } from './solver/certificate.ts'
import {
  type Given,
  type Goals,
  goalsOf,
  NOTHING_GIVEN,
  type SolvedRound,
  solveSteps,
  tryFloor,
} from './solve-steps.ts'

/** Up to this many people every admissible pair is in the graph; beyond, the best candidates are, priced to no loss. */
const LOOK_AT_ALL = 300
const CANDIDATES_EACH = 30

export interface BestRound extends SolvedRound {
  readonly pairs: PairList
}

/**
 * The best round over all admissible pairs, proved: every step's certificate is checked before it is handed out.
 * @throws CertificateFault when a proof does not hold, which is a fault of this program
 */
export function bestRound(r: Roster, places: Places, given: Given = NOTHING_GIVEN): BestRound {
  const goals = goalsOf(r, places, given)
  const pairs = roundPairs(r)
  const round =
    r.people.length <= LOOK_AT_ALL ? solveSteps(places, pairs, goals) : priceUntilExact(r, places, pairs, goals)
  for (const { graph, mate, dual } of round.steps) checkCertificate(graph, mate, dual)
  return { ...round, pairs }
}

/** All pairs of a small round, the best candidates of a large one. */
export function roundPairs(r: Roster): PairList {
  return r.people.length <= LOOK_AT_ALL ? allPairs(r) : bestCandidates(r, CANDIDATES_EACH)
}

/** Solves, puts back the pairs that the proof does not cover, and solves again until it covers all. */
function priceUntilExact(r: Roster, places: Places, pairs: PairList, goals: Goals): SolvedRound {
  for (;;) {
    const round = solveSteps(places, pairs, goals)
    if (priceOut(r, places, pairs, round.steps, round.floor ?? 0) > 0) continue
    if (round.floor === null || round.floor >= goals.floorAtMost || isHighest(r, places, pairs, round, round.floor))
      return round
  }
}

/** Whether the floor cannot be lifted over all pairs either; pairs that might lift it are added to the list. */
function isHighest(r: Roster, places: Places, pairs: PairList, { steps }: SolvedRound, floor: number): boolean {
  const above = steps.slice(0, -1)
  const higher = tryFloor(above.at(-1)!, pairs, floor + 1)
  return priceOut(r, places, pairs, [...above, higher], floor + 1) === 0
}
