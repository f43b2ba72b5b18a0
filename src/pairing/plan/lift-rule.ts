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
const bitOf = (rule: PairRule): number => 1 << ALL_RULES.indexOf(rule)
/** what keeps two apart and may be told */
const SEEN = ALL_RULES.filter((rule) => rule !== 'attribute' && rule !== 'apart')

/** What keeps somebody from those they might be paired with, where nobody fits them. */
export interface Standing {
  /** for each liftable rule the people that this rule alone keeps from them */
  readonly kept: ReadonlyMap<Liftable, readonly Kept[]>
  /** rules that are in everybody's way: only of these "nobody" is true */
  readonly inAllWays: ReadonlySet<PairRule>
}

export function standingOf(r: Roster, person: number): Standing {
  const kept = new Map<Liftable, Kept[]>()
  let inAllWays = (1 << ALL_RULES.length) - 1
  findOther(r, person, (other, guide, learner) => {
    const broken = brokenBy(r, guide, learner)
    inAllWays &= broken
    const only = ALL_RULES.find((rule) => bitOf(rule) === broken)
    const name = only && nameOf(r, only, person, guide, learner)
    if (name) kept.set(name, [...(kept.get(name) ?? []), { other, asGuide: other === guide }])
    return false
  })
  return { kept, inAllWays: new Set(ALL_RULES.filter((rule) => inAllWays & bitOf(rule))) }
}

/** Whether there is one of those wanted whom, as far as others can see, nothing keeps from `person`. */
export const someFits = (r: Roster, person: number, isWanted: (other: number) => boolean): boolean =>
  findOther(
    r,
    person,
    (other, guide, learner) => isWanted(other) && SEEN.every((rule) => !PAIR_RULES[rule](r, guide, learner)),
  )

/** Goes through those with whom `person` might be paired, until one is it. */
function findOther(
  r: Roster,
  person: number,
  isIt: (other: number, guide: number, learner: number) => boolean,
): boolean {
  const guides = r.guides.includes(person)
  if (guides && r.learners.some((other) => other !== person && isIt(other, person, other))) return true
  const learns = !r.kind.takesTurns && r.learners.includes(person)
  return learns && r.guides.some((other) => other !== person && isIt(other, other, person))
}

function brokenBy(r: Roster, guide: number, learner: number): number {
  let broken = 0
  for (const [i, rule] of ALL_RULES.entries()) if (PAIR_RULES[rule](r, guide, learner)) broken |= 1 << i
  return broken
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
