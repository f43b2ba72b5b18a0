import { farSightedRound } from './far-sighted-round.ts'
import { figuresOf } from './figures.ts'
import { groupsOf, planned } from './group.ts'
import type { RoundInput, RoundPlan } from '../model.ts'
import { countPlaces } from './places.ts'
import { buildRoster } from './roster.ts'
import { placeLeftovers } from './trio.ts'
import { unpairedReasons } from './unpaired-reason.ts'

/**
 * Plans one round: who meets whom, and who is left out and why. The pairs are the best there are (most people placed,
 * then who waited longest, fewest and oldest repeats, the lot where places are short, fit with the worst pair lifted),
 * and the plan carries the proof, already checked.
 * Synchronous and deterministic: people are sorted by id first, so the plan depends on what is given and not on its
 * order. docs/benchmarks.md says how long it takes: for large rounds take
 * plan-in-worker.ts.
 * @throws RangeError for input that no form or file lets through; CertificateFault, which is a fault of this program
 */
export function planRound(input: RoundInput): RoundPlan {
  const roster = buildRoster(input)
  const places = countPlaces(roster)
  const round = farSightedRound(roster, places)
  const groups = placeLeftovers(roster, places, round, groupsOf(round.steps.at(-1)!, round.pairs, places))
  const steps = round.steps.map(({ packed, graph, mate, dual }) => ({ settles: packed.settles, graph, mate, dual }))
  return {
    pairs: groups.map((group) => planned(roster, group)),
    unpaired: unpairedReasons(roster, places, round, groups),
    figures: figuresOf(roster, places, round, groups),
    seed: input.seed,
    nodes: Array.from(places.personAt, (person) => roster.people[person]!.id),
    steps,
  }
}
