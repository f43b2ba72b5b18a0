import type { Result } from '../copy/refusal.ts'
import type { Db } from '../database/deps.ts'
import type { Call } from '../slack/listener.ts'
import type { Person } from './person.ts'

/** The program whose people a lead asks about. */
export interface Focus {
  readonly programId: number
  readonly name: string
  /** who is invited; null in a private program, which keeps no such list */
  readonly among: readonly Person[] | null
  /** before it opens nobody has been invited, and once it has ended nobody is any more */
  readonly stage: 'draft' | 'open' | 'ended'
}

/**
 * Finds the program behind `/mentor people [program]`; the rooms below know programs, so main.ts hands this in.
 * @returns null where no program is named and none is the only one
 */
export type FindFocus = (
  db: Db,
  asker: Pick<Call, 'workspaceId' | 'standing'>,
  words: string,
) => Promise<Result<Focus | null>>
