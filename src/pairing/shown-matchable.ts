import { GROUP_FLOOR } from '../copy/visibility.ts'
import type { AttributeRule } from '../program/kinds.ts'
import type { RoundFigures } from './model.ts'

/**
 * How many have somebody who may be their partner; null where declared answers decide and the number would tell how
 * few have, or have not, declared one.
 */
export function shownMatchable(
  rule: AttributeRule,
  { people, matchable }: Pick<RoundFigures, 'people' | 'matchable'>,
): number | null {
  const isSmall = matchable < GROUP_FLOOR || people - matchable < GROUP_FLOOR
  return rule !== 'none' && isSmall ? null : matchable
}
