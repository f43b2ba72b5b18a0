import { leastChange } from '../plan/least-change.ts'
import type { RoundFigures, RoundInput, RoundPlan } from '../model.ts'
import { priceOfForcing } from '../plan/price-of-forcing.ts'

/** What a lead may ask about a round besides the round itself; each solves it again, once or many times. */
export type Question =
  | { readonly ask: 'least-change'; readonly input: RoundInput; readonly plan: Pick<RoundPlan, 'pairs' | 'unpaired'> }
  | {
      readonly ask: 'price'
      readonly input: RoundInput
      readonly figures: RoundFigures
      readonly one: string
      readonly other: string
    }

export function reckon(question: Question) {
  return question.ask === 'least-change'
    ? leastChange(question.input, question.plan)
    : priceOfForcing(question.input, { figures: question.figures }, question.one, question.other)
}
