import type { Deps } from '../database/deps.ts'
import { figuresNow, isChanged } from './figures-now.ts'
import type { RoundLook } from './look-at-round.ts'
import type { RoundFigures } from './model.ts'
import { roundFacts } from './round-facts.ts'

export interface FiguresLook {
  readonly figures: RoundFigures
  /** points of the round as it was proposed, where a lead has changed it; else null */
  readonly proposedTotal: number | null
}

/** A round's figures as its pairs are; those of a published round as they were when it was published. */
export async function lookAtFigures(
  deps: Deps,
  workspaceId: string,
  { program, round, pairs }: RoundLook,
): Promise<FiguresLook> {
  const { figures, proposedTotal, seed, heldOn: on, unpaired } = round
  if (round.state !== 'proposed' || !isChanged(round, pairs)) return { figures, proposedTotal }
  const input = (await roundFacts(deps, { workspaceId, program }, { seed, on }))([])
  return { figures: figuresNow(input, { pairs, unpaired }, figures), proposedTotal: figures.total }
}
