/** Minutes since midnight in the person's own zone. */
export interface Hours {
  readonly from: number
  readonly to: number
}

export type Role = 'guide' | 'learner' | 'both'

/** Somebody in the workspace: what Slack knows, and what a file said. What people said themselves is their profile. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly title: string
  /** IANA name */
  readonly tz: string
  readonly locale: string | null
  readonly isGuest: boolean
  readonly isBot: boolean
  readonly isAdmin: boolean
  /** when the account was deactivated */
  readonly leftAt: Date | null
  readonly level: number | null
  readonly team: string | null
  readonly site: string | null
  readonly managerId: string | null
  readonly hours: Hours | null
  readonly languages: readonly string[]
  readonly offers: readonly string[]
  readonly wants: readonly string[]
  readonly role: Role | null
  readonly capacity: number | null
}

/** Here, a person, and not a guest: who may take part at all. */
export const isMember = (person: Pick<Person, 'isBot' | 'isGuest' | 'leftAt'>): boolean =>
  !person.isBot && !person.isGuest && person.leftAt === null

/** The name one is called by in a message. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? name
