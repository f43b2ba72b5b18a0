import type { Person } from '../person.ts'
import { personIdsIn } from './cells.ts'
import type { Column } from './columns.ts'

/** What a file is read against. */
export interface Known {
  /** everybody Slack ever named here, by id */
  readonly people: ReadonlyMap<string, Person>
  /** people by e-mail; null where nobody asked Slack yet */
  readonly emails: ReadonlyMap<string, string> | null
  /** every spelling of a skill, with its id */
  readonly skills: ReadonlyMap<string, string>
  readonly mapping: Readonly<Partial<Record<Column, string>>>
  /** level words, most junior first; null where nobody said */
  readonly levelOrder: readonly string[] | null
}

/** The person somebody meant by an id, a mention or an e-mail. */
export function findNamed(named: string, { people, emails }: Pick<Known, 'people' | 'emails'>): Person | undefined {
  const byEmail = emails?.get(named.normalize('NFKC').trim().toLowerCase())
  return [...personIdsIn(named), ...(byEmail === undefined ? [] : [byEmail])]
    .map((id) => people.get(id))
    .find((person) => person !== undefined)
}
