import { GROUP_FLOOR } from '../../copy/visibility.ts'
import type { Group } from './group.ts'
import type { RoundFigures } from '../model.ts'
import type { Places } from './places.ts'
import type { Roster } from './roster.ts'

/** New partners of each guide with a free place; null where everybody guides in turn. */
export function capacityUse(r: Roster, places: Places, groups: readonly Group[]): RoundFigures['capacityUse'] {
  if (r.kind.takesTurns) return null
  const partners = new Map<number, number>()
  for (const guide of r.guides) if (places.firstOf[guide + 1]! > places.firstOf[guide]!) partners.set(guide, 0)
  for (const [guide] of groups) partners.set(guide, (partners.get(guide) ?? 0) + 1)
  if (partners.size === 0) return null
  const counts = [...partners.values()].sort((a, b) => a - b)
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return { min: counts[0]!, mean, max: counts.at(-1)! }
}

/** Paired by declared group, or null where a cell or what remains beside it is small. */
export function groupParity(r: Roster, placed: ReadonlySet<number>): RoundFigures['parity'] {
  const groups = Map.groupBy(r.people.keys(), (person) => r.people[person]!.attribute)
  groups.delete(null)
  const cells = [...groups].map(([group, members]) => ({
    group: group ?? '',
    people: members.length,
    paired: members.filter((person) => placed.has(person)).length,
  }))
  if (cells.length < 2) return null
  const shown = cells.every(({ people, paired }) => paired >= GROUP_FLOOR && people - paired >= GROUP_FLOOR)
  return shown ? cells.sort((a, b) => (a.group < b.group ? -1 : 1)) : null
}
