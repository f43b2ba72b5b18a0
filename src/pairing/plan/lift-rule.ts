import { LEVELS, levelsAllow } from './level-table.ts'
import { PAIR_RULES, type PairRule } from './pair-rules.ts'
import type { Roster } from './roster.ts'

/** What may be named as the reason, plainest first: public rules, and levels that nobody filled in. */
export const LIFTABLE = ['ownLevel', 'team', 'language', 'hours', 'managerLine', 'otherLevel', 'levelGap'] as const
export type Liftable = (typeof LIFTABLE)[number]

interface Kept {
  readonly other: number
  /** the other would be the guide */
  readonly asGuide: boolean
}

const ALL_RULES = Object.keys(PAIR_RULES) as PairRule[] // the keys of the constant above, nothing else

/** For each liftable rule the people that this rule alone keeps from `person`. */
export function liftable(r: Roster, person: number): Map<Liftable, Kept[]> {
  const kept = new Map<Liftable, Kept[]>()
  const note = (guide: number, learner: number) => {
    const rule = onlyRule(r, guide, learner)
    const name = rule && nameOf(r, rule, person, guide, learner)
    if (!name) return
    const other = guide === person ? learner : guide
    kept.set(name, [...(kept.get(name) ?? []), { other, asGuide: other === guide }])
  }
  if (r.guides.includes(person)) for (const learner of r.learners) if (learner !== person) note(person, learner)
  if (!r.kind.takesTurns && r.learners.includes(person))
    for (const guide of r.guides) if (guide !== person) note(guide, person)
  return kept
}

/** The one rule that keeps these two apart; null when none does, or several do. */
function onlyRule(r: Roster, guide: number, learner: number): PairRule | null {
  let only: PairRule | null = null
  for (const rule of ALL_RULES) {
    if (!PAIR_RULES[rule](r, guide, learner)) continue
    if (only !== null) return null
    only = rule
  }
  return only
}

function nameOf(r: Roster, rule: PairRule, person: number, guide: number, learner: number): Liftable | null {
  if (rule === 'attribute' || rule === 'apart') return null
  if (rule !== 'level') return rule
  const other = guide === person ? learner : guide
  if (r.level[person] === 0) return r.level[other] !== 0 && someLevelFits(r, other, other === guide) ? 'ownLevel' : null
  return r.level[other] === 0 ? 'otherLevel' : 'levelGap'
}

function someLevelFits({ kind, level }: Roster, known: number, isGuide: boolean): boolean {
  const own = level[known]!
  for (let tried = 1; tried < LEVELS; tried++) {
    if (isGuide ? levelsAllow(kind, own, tried) : levelsAllow(kind, tried, own)) return true
  }
  return false
}
