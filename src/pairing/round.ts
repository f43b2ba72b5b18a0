import type { LeastChange } from './plan/least-change.ts'
import type { PlannedPair, RoundFigures, Unpaired } from './model.ts'
import type { Undone } from './undone.ts'

export type RoundState = 'proposed' | 'published' | 'discarded'

/** One execution of pairing in a program, as it is kept. */
export interface Round {
  readonly id: number
  readonly programId: number
  readonly number: number
  readonly state: RoundState
  readonly seed: number
  /** YYYY-MM-DD in the program's zone */
  readonly heldOn: string
  readonly proposedAt: Date
  /** null: by itself, on its day */
  readonly proposedBy: string | null
  readonly publishedAt: Date | null
  readonly unpaired: readonly Unpaired[]
  readonly figures: RoundFigures
  /** pairs that did not hold any more when it was published */
  readonly dropped: number
  /** of these: whom somebody was missing */
  readonly undone: readonly Undone[]
  /** points of the round as it was proposed, where it was published otherwise; else null */
  readonly proposedTotal: number | null
  /** between rounds: it is about those it names, and nobody else has waited for it */
  readonly isSmall: boolean
  /** what would place most of those left over, as the round was proposed */
  readonly leastChange: LeastChange | null
}

/** A pair of a round that is not published yet, or was published by it. */
export interface RoundPair extends PlannedPair {
  readonly id: number
  /** stays when the rest is paired anew; a pair made by hand always is */
  readonly isLocked: boolean
}

/** The seed of a program's nth round: another number for every attempt, the same for a replay. */
export function roundSeed(programSeed: number, number: number): number {
  let mixed = (programSeed ^ Math.imul(number, 0x9e3779b1)) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) & 0x7fffffff
}
