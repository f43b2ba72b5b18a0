import type { Kind } from '../../program/kinds.ts'

/** Levels are 1 to 99; 0 stands for one that is not known. */
export const LEVELS = 100
/** Most points a level gap can earn; one level beyond the preferred gap costs GAP_STEP. */
const LEVEL_POINTS = 200
const GAP_STEP = 40
/** In the table: the level rule keeps these two apart. */
export const LEVEL_FORBIDS = -1

/** Points by [guide's level * LEVELS + learner's level], or LEVEL_FORBIDS. */
export function levelTable(kind: Kind): Int16Array {
  const table = new Int16Array(LEVELS * LEVELS)
  for (let guide = 0; guide < LEVELS; guide++) {
    for (let learner = 0; learner < LEVELS; learner++)
      table[guide * LEVELS + learner] = levelPoints(kind, guide, learner)
  }
  return table
}

function levelPoints(kind: Kind, guide: number, learner: number): number {
  if (!levelsAllow(kind, guide, learner)) return LEVEL_FORBIDS
  if (guide === 0 || learner === 0) return 0
  const over = guide - learner
  const gap = kind.guides === 'senior' ? over : kind.guides === 'junior' ? -over : Math.abs(over)
  const beside = Math.max(kind.preferredGap.min - gap, gap - kind.preferredGap.max, 0)
  return Math.max(0, LEVEL_POINTS - GAP_STEP * beside)
}

/** The kind's level rule: it needs both levels (product.md section 5). 0 is unknown. */
export function levelsAllow({ levelRule }: Kind, guide: number, learner: number): boolean {
  if (levelRule === null) return true
  if (guide === 0 || learner === 0) return false
  const over = guide - learner
  const { measured, min, max } = levelRule
  const gap = measured === 'guide-over-learner' ? over : measured === 'learner-over-guide' ? -over : Math.abs(over)
  return gap >= min && (max === null || gap <= max)
}
