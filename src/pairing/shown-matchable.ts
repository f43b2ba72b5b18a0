import type { AttributeRule } from '../program/kinds.ts'
import type { RoundFigures } from './model.ts'

/** Of sensitive groups nothing is shown below this many people, nor where the rest is smaller (product.md section 4). */
const FLOOR = 10

/**
 * How many have somebody who may be their partner; null where declared answers decide and the number would tell how
 * few have, or have not, declared one.
 */
export function shownMatchable(
  rule: AttributeRule,
  { people, matchable }: Pick<RoundFigures, 'people' | 'matchable'>,
): number | null {
  const isSmall = matchable < FLOOR || people - matchable < FLOOR
  return rule !== 'none' && isSmall ? null : matchable
}
