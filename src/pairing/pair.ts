import type { Role } from '../people/person.ts'

export type PairState = 'proposed' | 'active' | 'ended'
export type EndCause = 'left' | 'rematch' | 'lead' | 'departed' | 'silence' | 'closed'

export interface PairMember {
  readonly personId: string
  readonly role: Role
}

/** Two people, or three in reciprocal kinds, from a published round to the program's end. */
export interface Pair {
  readonly id: number
  readonly programId: number
  readonly roundId: number
  readonly state: PairState
  /** sorted by person id */
  readonly members: readonly PairMember[]
  /** who offers the first two times */
  readonly proposerId: string | null
  readonly startedOn: string | null
  /** the day of its own first cycle; null until the introduction is out */
  readonly kickoffOn: string | null
  /** first program cycle it takes part in */
  readonly firstCycleOn: string | null
  readonly endedAt: Date | null
}
