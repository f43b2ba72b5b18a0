import type { ProgramState } from '../program/program.ts'
import type { Figures } from './release.ts'

/** What a lead could count by eye; exact, save in a private program, where the floor of answers holds. */
export interface Operational {
  readonly eligible: number
  readonly joined: number
  readonly pairedNow: number
  readonly pairedEver: number
  readonly peoplePaired: number
  readonly waiting: number
  /** days waited; null where nobody waits */
  readonly medianDays: number | null
  readonly longestDays: number | null
}

/** The messages of the program itself. */
export interface DeliveryFacts {
  readonly sent: number
  readonly inDoubt: number
  readonly failed: number
  readonly lastSentAt: Date | null
  readonly nextDueAt: Date | null
}

export interface Release {
  /** first day after the cycle that it closed */
  readonly cycleOn: string
  readonly releasedAt: Date
  readonly figures: Figures
}

/** Everything a report is made of. */
export interface ReportFacts {
  readonly program: {
    readonly id: number
    readonly name: string
    readonly state: ProgramState
    readonly tz: string
    readonly isPrivate: boolean
  }
  readonly operational: Operational
  readonly delivery: DeliveryFacts
  /** newest last, at most twelve */
  readonly releases: readonly Release[]
  /** when the next figures may come out; null after the last; of a program that has ended, when its last do */
  readonly nextFiguresOn: string | null
  /** cycles that have begun, the kickoff not counted: from the first on, a close has passed at which figures could have come out */
  readonly cyclesBegun: number
}
