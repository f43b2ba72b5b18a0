import type { Person } from '../person.ts'
import type { Entry } from './facts.ts'
import { note, type Remark } from './fault.ts'

/** One remark for each circle of managers, at its first line. Nothing follows the chain further than two people, so a circle harms nobody. */
export function managerCircles(entries: readonly Entry[], people: ReadonlyMap<string, Person>): Remark[] {
  const manager = new Map(entries.map((entry) => [entry.personId, entry.facts.managerId]))
  const above = (id: string) => manager.get(id) ?? people.get(id)?.managerId ?? undefined
  const walked = new Set<string>()
  const remarks: Remark[] = []
  for (const { personId, line } of entries) {
    const path: string[] = []
    let at: string | undefined = personId
    while (at !== undefined && !walked.has(at)) {
      walked.add(at)
      path.push(at)
      at = above(at)
    }
    const start = at === undefined ? -1 : path.indexOf(at)
    if (start >= 0) {
      const names = path.slice(start).map((id) => people.get(id)?.name ?? id)
      remarks.push(note('manager_circle', line, names.join(', ')))
    }
  }
  return remarks
}
