/** The kinds of program, as data: who guides whom, and what keeps two people apart by kind alone. */
export type KindId = 'traditional' | 'reverse' | 'reciprocal' | 'cross-group'

/**
 * What a declared, consented attribute decides. `differs`: both declared, and not the same. `guide-declares`: the
 * guide declared one, the learner need not have.
 */
export type AttributeRule = 'none' | 'differs' | 'guide-declares'

/** A kind with a level rule pairs only people whose levels are both known. Gaps are in levels, inclusive. */
export interface LevelRule {
  readonly measured: 'guide-over-learner' | 'learner-over-guide' | 'between'
  readonly min: number
  /** null: no upper end */
  readonly max: number | null
}

export interface Kind {
  readonly id: KindId
  readonly guides: 'senior' | 'junior' | 'both'
  /** null: levels keep nobody apart, and may be unknown */
  readonly levelRule: LevelRule | null
  /** the two swap guide and learner with every topic */
  readonly takesTurns: boolean
  /** the program may tighten it */
  readonly attributeRule: AttributeRule
  /** an odd one out may join a pair */
  readonly trioAllowed: boolean
  /** levels between the two that score best, whoever is senior */
  readonly preferredGap: { readonly min: number; readonly max: number }
  /** calendar months from one topic to the next */
  readonly defaultCadence: number
  /** id of a curriculum */
  readonly defaultCurriculum: string
}

/**
 * One entry for each kind. Sources: SHRM on GE 1999 (reverse), the Reciprocal Mentoring Lab ("at or slightly above
 * their level": gap 0 to 1, partners as equals).
 */
export const KINDS: Record<KindId, Kind> = {
  traditional: {
    id: 'traditional',
    guides: 'senior',
    levelRule: { measured: 'guide-over-learner', min: 1, max: null },
    takesTurns: false,
    attributeRule: 'none',
    trioAllowed: false,
    preferredGap: { min: 2, max: 4 },
    defaultCadence: 1,
    defaultCurriculum: 'generations',
  },
  reverse: {
    id: 'reverse',
    guides: 'junior',
    levelRule: { measured: 'learner-over-guide', min: 2, max: null },
    takesTurns: false,
    attributeRule: 'none',
    trioAllowed: false,
    preferredGap: { min: 2, max: 4 },
    defaultCadence: 1,
    defaultCurriculum: 'generations',
  },
  reciprocal: {
    id: 'reciprocal',
    guides: 'both',
    levelRule: null,
    takesTurns: true,
    attributeRule: 'none',
    trioAllowed: true,
    preferredGap: { min: 0, max: 1 },
    defaultCadence: 1,
    defaultCurriculum: 'reciprocal',
  },
  'cross-group': {
    id: 'cross-group',
    guides: 'both',
    levelRule: { measured: 'between', min: 0, max: 1 },
    takesTurns: true,
    attributeRule: 'differs',
    trioAllowed: true,
    preferredGap: { min: 0, max: 1 },
    defaultCadence: 1,
    defaultCurriculum: 'inclusion',
  },
}
