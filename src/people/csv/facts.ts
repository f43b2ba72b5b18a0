import type { Hours, Role } from '../person.ts'

/** What a file says of somebody; an empty cell says nothing. */
export interface Facts {
  readonly level?: number
  readonly team?: string
  readonly site?: string
  readonly managerId?: string
  readonly startOn?: string
  readonly hours?: Hours
  readonly languages?: readonly string[]
  /** ids of the catalog */
  readonly offers?: readonly string[]
  readonly wants?: readonly string[]
  readonly role?: Role
  readonly capacity?: number
}

export type FactName = keyof Facts

/** What is held of somebody now, in the same terms; null and [] for what is unknown. */
export type KnownFacts = { readonly [Name in FactName]-?: Facts[Name] | null }

/** One person of a file. */
export interface Entry {
  readonly line: number
  readonly personId: string
  readonly facts: Facts
}
