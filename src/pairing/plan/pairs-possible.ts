import { roundPairs } from './best-round.ts'
import type { RoundInput } from '../model.ts'
import { countPlaces } from './places.ts'
import { buildRoster } from './roster.ts'
import { solveFirst } from './step-graph.ts'
import { NO_GOAL } from './floor.ts'

/** The most pairs that a round could have, whoever they are. */
export function pairsPossible(input: RoundInput): number {
  const roster = buildRoster(input)
  const places = countPlaces(roster)
  const { mate } = solveFirst(places, roundPairs(roster), NO_GOAL, 'card')
  return mate.filter((other) => other >= 0).length / 2
}
