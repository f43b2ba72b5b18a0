/** When pairs are made next, as far as it is known. */
export interface NextRound {
  /** YYYY-MM-DD, the program's own day; null where none is set */
  readonly on: string | null
  /** that day is over, and the lead is still looking at the pairs */
  readonly isLate: boolean
  /** the day the program ends, where no round is planned before it; YYYY-MM-DD */
  readonly noneBefore: string | null
  /** first name of the program's lead */
  readonly lead: string
}
