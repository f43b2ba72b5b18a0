import { FLOOR } from '../copy/visibility.ts'
import type { RoundInput, RoundPlan } from './model.ts'
import { NO_FIGURES } from './small-round.ts'

/**
 * Whether so few of those to be paired have declared an answer that their pairs would give the answers away: then
 * nobody is paired, by the solver or by hand.
 * @param input everybody who is to be paired, those in locked pairs included
 */
export const areAnswersFew = ({ rules, people }: RoundInput): boolean =>
  rules.attributeRule !== 'none' && people.filter(({ attribute }) => attribute !== null).length < FLOOR

/** The round of such people: all wait, with the reason of everybody whom declared answers keep from a partner. */
export const nobodyPlaced = ({ people, seed }: RoundInput): RoundPlan => ({
  pairs: [],
  unpaired: people.map(({ id }) => ({ id, reason: { code: 'no_partner_fits' } })),
  figures: { ...NO_FIGURES, people: people.length },
  seed,
  nodes: [],
  steps: [],
})
