import type { Role } from '../people/person.ts'
import { KINDS, type KindId } from '../program/kinds.ts'

/**
 * The role the form has ticked: the one a file named, else by level. Where juniors guide, those at or below the median
 * level of the eligible guide and the rest learn; where seniors guide, the other way round.
 * @param levels of everybody eligible whose level is known, in any order
 * @returns 'both' where everybody is both, and where nothing is known to go by
 */
export function preselectRole(
  kind: KindId,
  person: { readonly role: Role | null; readonly level: number | null },
  levels: readonly number[],
): Role {
  const { guides } = KINDS[kind]
  if (guides === 'both') return 'both'
  if (person.role) return person.role
  const middle = median(levels)
  if (person.level === null || middle === null) return 'both'
  const isJunior = person.level <= middle
  return isJunior === (guides === 'junior') ? 'guide' : 'learner'
}

function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) / 2)]
  const high = sorted[Math.floor(sorted.length / 2)]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
