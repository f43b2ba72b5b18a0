import type { Entry, FactName, Facts, KnownFacts } from './facts.ts'

/** One fact that a file brings. */
export interface Change {
  readonly personId: string
  readonly fact: FactName
  readonly from: unknown
  readonly to: unknown
}

/** Of how many people something is not known; where it is one person, their name. */
export interface Gap {
  readonly people: number
  readonly only: string | null
}

/** What applying a file would do. */
export interface Difference {
  /** facts that were unknown */
  readonly added: readonly Change[]
  /** facts that were known differently */
  readonly changed: readonly Change[]
  /** people of the file about whom nothing changes */
  readonly unchanged: number
  /** what is to be written, for each person with news */
  readonly updates: readonly { readonly personId: string; readonly facts: Facts }[]
  /** members without a level, without a manager, once it is applied */
  readonly withoutLevel: Gap
  readonly withoutManager: Gap
}

/** @param known of every member, by id */
export function difference(
  entries: readonly Entry[],
  known: ReadonlyMap<string, KnownFacts>,
  nameOf: (personId: string) => string,
): Difference {
  const changes = entries.map(({ personId, facts }) => changesOf(personId, facts, known.get(personId)))
  const updates = entries.flatMap(({ personId, facts }, i) => {
    const news = new Set(changes[i]?.map((change) => change.fact))
    return news.size === 0 ? [] : [{ personId, facts: only(facts, news) }]
  })
  const all = changes.flat()
  const brings = new Map(entries.map((entry) => [entry.personId, entry.facts]))
  const without = (fact: FactName): Gap => {
    const lacking = [...known].filter(([id, facts]) => facts[fact] === null && brings.get(id)?.[fact] === undefined)
    const [first] = lacking
    return { people: lacking.length, only: first && lacking.length === 1 ? nameOf(first[0]) : null }
  }
  return {
    added: all.filter((change) => isUnknown(change.from)),
    changed: all.filter((change) => !isUnknown(change.from)),
    unchanged: entries.length - updates.length,
    updates,
    withoutLevel: without('level'),
    withoutManager: without('managerId'),
  }
}

function changesOf(personId: string, facts: Facts, known: KnownFacts | undefined): Change[] {
  return (Object.keys(facts) as FactName[]) // Facts has no other keys
    .map((fact) => ({ personId, fact, from: known?.[fact] ?? null, to: facts[fact] }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
}

const isUnknown = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0)

const only = (facts: Facts, names: ReadonlySet<FactName>): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => names.has(name as FactName))) // the keys of a Facts
