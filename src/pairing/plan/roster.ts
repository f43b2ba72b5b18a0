import { type Kind, KINDS } from '../../program/kinds.ts'
import { offsetMinutes, toUtc } from './availability.ts'
import { Intern, postings } from './intern.ts'
import { languageTable } from './languages.ts'
import { levelTable } from './level-table.ts'
import { hashText } from './lot.ts'
import type { Candidate, RoundInput, RoundRules } from '../model.ts'
import { apartLists, type Past, pastLists } from './past.ts'

/**
 * The people of a round as columns, in order of their ids: a person is a number, so that millions of pairs can be
 * looked at without touching a string. 0 means unknown in level, team, site and attribute; -1 in the others.
 */
export interface Roster {
  readonly kind: Kind
  readonly rules: RoundRules
  readonly seed: number
  readonly people: readonly Candidate[]
  readonly numberOf: ReadonlyMap<string, number>
  readonly guides: Int32Array
  readonly learners: Int32Array
  readonly level: Uint8Array
  readonly levels: Int16Array
  readonly team: Int32Array
  readonly site: Int32Array
  readonly attribute: Int32Array
  readonly boss: Int32Array
  readonly bossOfBoss: Int32Array
  readonly opens: Int32Array
  readonly closes: Int32Array
  readonly asyncFirst: Uint8Array
  readonly language: Int32Array
  readonly languageSets: number
  readonly sharedLanguages: Uint8Array
  readonly offers: readonly Int32Array[]
  readonly wants: readonly Int32Array[]
  readonly offeredBy: readonly Int32Array[]
  readonly wantedBy: readonly Int32Array[]
  /** people a private rule, a past ending or a standing pair keeps from this one */
  readonly apart: readonly (readonly number[])[]
  readonly past: readonly (readonly Past[])[]
  readonly hash: Uint32Array
}

/** @throws RangeError for people no form or file lets through: a repeated id, a level or capacity out of range */
export function buildRoster(input: RoundInput): Roster {
  const people = input.people.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const numberOf = new Map(people.map((person, i) => [person.id, i]))
  checkPeople(people, numberOf)
  const kind = KINDS[input.kind]
  const boss = bossColumn(people, input.managers)
  const skills = new Intern()
  const offers = people.map((person) => skills.ofAll(person.offers))
  const wants = people.map((person) => skills.ofAll(person.wants))
  return {
    kind,
    rules: input.rules,
    seed: input.seed,
    people,
    numberOf,
    guides: whoMay(people, kind, 'guide'),
    learners: whoMay(people, kind, 'learner'),
    level: Uint8Array.from(people, (person) => person.level ?? 0),
    levels: levelTable(kind),
    team: column(people, (person) => person.team),
    site: column(people, (person) => person.site),
    attribute: column(people, (person) => person.attribute),
    boss: Int32Array.from(people, (person) => numberOf.get(boss(person.id) ?? '') ?? -1),
    bossOfBoss: Int32Array.from(people, (person) => numberOf.get(boss(boss(person.id) ?? '') ?? '') ?? -1),
    ...hourColumns(people, input.on),
    asyncFirst: Uint8Array.from(people, (person) => (person.asyncFirst ? 1 : 0)),
    ...languageTable(people),
    offers,
    wants,
    offeredBy: postings(offers, skills.size),
    wantedBy: postings(wants, skills.size),
    apart: apartLists(input, numberOf),
    past: pastLists(input, numberOf),
    hash: Uint32Array.from(people, (person) => hashText(person.id)),
  }
}

function checkPeople(people: readonly Candidate[], numberOf: ReadonlyMap<string, number>): void {
  if (numberOf.size !== people.length) throw new RangeError('a person stands twice in the round')
  for (const { id, level, capacity, waiting } of people) {
    if (level !== null && !(Number.isInteger(level) && level >= 1 && level <= 99))
      throw new RangeError(`level of ${id}`)
    if (!(Number.isInteger(capacity) && capacity >= 0)) throw new RangeError(`capacity of ${id}`)
    if (!(Number.isInteger(waiting) && waiting >= 0)) throw new RangeError(`rounds waited of ${id}`)
  }
}

function column(people: readonly Candidate[], read: (person: Candidate) => string | null): Int32Array {
  const numbers = new Intern()
  return Int32Array.from(people, (person) => numbers.of(read(person)))
}

function bossColumn(people: readonly Candidate[], managers: RoundInput['managers']) {
  const own = new Map(people.map((person) => [person.id, person.managerId]))
  return (id: string): string | null => own.get(id) ?? managers.get(id) ?? null
}

function whoMay(people: readonly Candidate[], kind: Kind, role: 'guide' | 'learner'): Int32Array {
  const may = ({ role: own, capacity }: Candidate) =>
    capacity > 0 && (kind.takesTurns || own === 'both' || own === role)
  return Int32Array.from(people.flatMap((person, i) => (may(person) ? [i] : [])))
}

function hourColumns(people: readonly Candidate[], on: string) {
  const offsets = new Map<string, number | null>()
  const opens = new Int32Array(people.length).fill(-1)
  const closes = new Int32Array(people.length).fill(-1)
  for (const [i, { tz, hours }] of people.entries()) {
    if (tz === null || hours === null) continue
    if (!offsets.has(tz)) offsets.set(tz, offsetMinutes(tz, on))
    const offset = offsets.get(tz) ?? null
    if (offset === null) continue
    const span = toUtc(hours, offset)
    opens[i] = span.from
    closes[i] = span.to
  }
  return { opens, closes }
}
