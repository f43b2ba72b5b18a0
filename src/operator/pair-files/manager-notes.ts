import { en } from '../../copy/en/en.ts'
import type { Candidate } from '../../pairing/model.ts'

/**
 * What cannot be right about managers and keeps nothing from being paired: somebody their own manager, and people who
 * manage one another in a circle, each once. A manager who is not in the file is nothing to note: not everybody joins.
 */
export function managerNotes(people: readonly Candidate[]): string[] {
  const words = en.pairCommand.file
  const above = new Map(people.map(({ id, managerId }) => [id, managerId]))
  const seen = new Set<string>()
  return people.flatMap(({ id }): string[] => {
    const way: string[] = []
    let at: string | null | undefined = id
    while (at !== null && at !== undefined && !seen.has(at)) {
      seen.add(at)
      way.push(at)
      at = above.get(at)
    }
    const from = at === null || at === undefined ? -1 : way.indexOf(at)
    if (from === -1) return []
    const circle = way.slice(from)
    return [circle.length === 1 ? words.ownManager(id) : words.circle(en.general.list(circle))]
  })
}
