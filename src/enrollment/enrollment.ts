import type { Hours, Role } from '../people/person.ts'

type EnrollmentState = 'active' | 'paused' | 'left'

/** Somebody's part in one program. */
export interface Enrollment {
  readonly programId: number
  readonly personId: string
  readonly role: Role
  /** partners at once, 1 to 10 */
  readonly capacity: number
  readonly state: EnrollmentState
  readonly joinedAt: Date
  /** YYYY-MM-DD on which a pause ends by itself */
  readonly pausedUntil: string | null
  readonly roundsWaited: number
  /** YYYY-MM-DD; null while this person has a partner */
  readonly waitingSince: string | null
}

/** What somebody says about themselves, for all their programs. */
export interface Profile {
  /** null where a file said it, or nobody did */
  readonly level: number | null
  readonly managerId: string | null
  readonly hours: Hours | null
  readonly languages: readonly string[]
  readonly offers: readonly string[]
  readonly wants: readonly string[]
  readonly isAsyncFirst: boolean
  readonly mayBeAsked: boolean
  readonly bio: string
}

/** All answers of the join form. */
export interface Answers extends Profile {
  readonly role: Role
  readonly capacity: number
  readonly privateList: readonly string[]
  /** declared with consent for this program; null: not answered */
  readonly attribute: string | null
}

/** At most so many skills each way, the one in own words included. */
export const MOST_SKILLS = 3
export const MOST_PARTNERS = 10
/** characters */
export const LONGEST_BIO = 150
/** characters of a skill in somebody's own words */
export const LONGEST_SKILL = 60
