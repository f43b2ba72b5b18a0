import { firstName, type Person } from '../people/person.ts'

/** How people and skills are called, to a lead. */
export interface LookNames {
  readonly person: (id: string) => string
  readonly full: (id: string) => string
  readonly title: (id: string) => string
  readonly skill: (id: string) => string
}

export const namesOf = (people: ReadonlyMap<string, Person>, labels: ReadonlyMap<string, string>): LookNames => ({
  person: (id) => firstName(people.get(id)?.name ?? id),
  full: (id) => people.get(id)?.name ?? id,
  title: (id) => people.get(id)?.title ?? '',
  skill: (id) => labels.get(id) ?? id,
})
