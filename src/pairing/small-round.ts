import type { Db } from '../database/deps.ts'
import { localDate } from '../delivery/working-time.ts'
import type { Program } from '../program/program.ts'
import type { RoundFigures } from './model.ts'
import { roundSeed } from './round.ts'
import { insertRound, lastRoundNumber, type NewRound } from './round-store.ts'

/** Of a round in which nothing was solved. */
export const NO_FIGURES: RoundFigures = {
  people: 0,
  matchable: 0,
  paired: 0,
  mostPossible: 0,
  total: 0,
  mean: null,
  worst: null,
  percentiles: null,
  violations: 0,
  repeats: 0,
  leastRepeats: 0,
  longestWait: 0,
  capacityUse: null,
  blockingPairs: 0,
  fairness: null,
  parity: null,
}

/**
 * Opens a round between rounds: about those it names and nobody else. @returns its id
 * @param what who asked (null: by itself), and its pairs where they were solved
 */
export async function openSmallRound(
  trx: Db,
  workspaceId: string,
  program: Program,
  what: { readonly by: string | null; readonly plan?: NewRound['plan']; readonly proof?: NewRound['proof'] },
  now: Date,
): Promise<number> {
  const number = (await lastRoundNumber(trx, workspaceId, program.id)) + 1
  const empty = { pairs: [], unpaired: [], figures: NO_FIGURES, seed: roundSeed(program.seed, number) }
  return insertRound(
    trx,
    workspaceId,
    {
      programId: program.id,
      number,
      heldOn: localDate(now, program.tz),
      proposedBy: what.by,
      plan: what.plan ?? empty,
      leastChange: null,
      proof: what.proof ?? null,
      isSmall: true,
    },
    now,
  )
}
