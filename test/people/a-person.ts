import type { KnownFacts } from '../../src/people/csv/facts.ts'
import type { Person } from '../../src/people/person.ts'

/** Somebody of whom only Slack knows, with whatever a test says differently. */
export const aPerson = (over: Partial<Person> & { readonly id: string }): Person => ({
  name: `Person ${over.id}`,
  title: '',
  tz: 'UTC',
  locale: null,
  isGuest: false,
  isBot: false,
  isAdmin: false,
  leftAt: null,
  level: null,
  team: null,
  site: null,
  managerId: null,
  hours: null,
  languages: [],
  offers: [],
  wants: [],
  role: null,
  capacity: null,
  ...over,
})

export const byId = (people: readonly Person[]): ReadonlyMap<string, Person> => new Map(people.map((p) => [p.id, p]))

/** What files said of somebody whom none of them named. */
export const NOTHING_SAID: KnownFacts = {
  level: null,
  team: null,
  site: null,
  managerId: null,
  startOn: null,
  hours: null,
  languages: [],
  offers: [],
  wants: [],
  role: null,
  capacity: null,
}
