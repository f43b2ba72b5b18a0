import type { Place } from './scene.ts'

/** What a pair agreed, as the two may read it. */
export interface Agreement {
  /** from 1; each writing is a new one */
  readonly version: number
  readonly words: string
  readonly writtenBy: string
  /** who confirmed this version */
  readonly confirmedBy: readonly string[]
}

export interface Agreed extends Omit<Place, 'cycle'> {
  readonly agreement: Agreement
}

/** characters of an agreement: a few lines, not a contract */
export const LONGEST_AGREEMENT = 1000
