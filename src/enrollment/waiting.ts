/** When pairs are made next, as far as it is known. */
export interface NextRound {
  /** YYYY-MM-DD, the program's own day; null where none is set */
  readonly on: string | null
  /** that day is over, and the lead is still looking at the pairs */
  readonly isLate: boolean
  /** that day is over, and there is nothing for the lead to look at: the pairs are made with the next tick */
  readonly isDue?: true
  /** the day the program ends, where no round is planned before it; YYYY-MM-DD */
  readonly noneBefore: string | null
  /** first name of the program's lead */
  readonly lead: string
  /** who lost a partner: the day by which another is looked for, YYYY-MM-DD */
  readonly partnerBy?: string
}

/**
 * The place of the one at that index; null before they have waited a round: then the round itself decides, and a place
 * would promise what nobody can keep.
 */
export const placeOf = (list: readonly { readonly roundsWaited: number }[], at: number): number | null =>
  (list[at]?.roundsWaited ?? 0) > 0 ? at + 1 : null
