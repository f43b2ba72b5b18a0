import { isMember, type Person } from '../people/person.ts'
import type { Invited, Program } from './program.ts'

/** What decides whether somebody is invited. */
type Invitee = Pick<Person, 'id' | 'team' | 'site' | 'level' | 'isBot' | 'isGuest' | 'leftAt'>

/**
 * Whether that person may join: a member of this workspace whom every list of the program names. What is unknown about
 * a person is not named. A private program names nobody, so this is of no use there.
 */
export const isEligible = (program: Pick<Program, 'invited'>, person: Invitee): boolean =>
  isMember(person) && isNamed(program.invited, person)

function isNamed({ teams, sites, levels, people }: Invited, person: Invitee): boolean {
  if (people && !people.includes(person.id)) return false
  if (teams && !(person.team !== null && has(teams, person.team))) return false
  if (sites && !(person.site !== null && has(sites, person.site))) return false
  return !levels || (person.level !== null && levels.from <= person.level && person.level <= levels.to)
}

/** Everybody who may join, in the order given. */
export const eligible = <P extends Invitee>(program: Pick<Program, 'invited'>, people: readonly P[]): P[] =>
  people.filter((person) => isEligible(program, person))

const has = (names: readonly string[], name: string) => names.some((n) => fold(n) === fold(name))
const fold = (name: string) => name.normalize('NFKC').trim().toLowerCase()
