import { sharedMinutes } from './availability.ts'
import { LEVEL_FORBIDS, LEVELS } from './level-table.ts'
import type { Roster } from './roster.ts'

/**
 * The hard rules of product.md section 5, each as "this keeps the two apart": an edge is missing, never a penalty. `a`
 * is the guide and `b` the learner where the kind tells them apart.
 */
export const PAIR_RULES = {
  level: (r: Roster, a: number, b: number): boolean => r.levels[r.level[a]! * LEVELS + r.level[b]!] === LEVEL_FORBIDS,
  attribute: attributeKeepsApart,
  team: (r: Roster, a: number, b: number): boolean => r.rules.otherTeam && r.team[a] === r.team[b] && r.team[a] !== 0,
  language: (r: Roster, a: number, b: number): boolean => r.rules.sharedLanguage && languagesShared(r, a, b) === 0,
  hours: hoursKeepApart,
  managerLine: (r: Roster, a: number, b: number): boolean =>
    r.boss[a] === b || r.boss[b] === a || r.bossOfBoss[a] === b || r.bossOfBoss[b] === a,
  apart: (r: Roster, a: number, b: number): boolean => r.apart[a]!.includes(b),
} as const

export type PairRule = keyof typeof PAIR_RULES

/** Whether nothing keeps these two apart. */
export function isAdmissible(r: Roster, guide: number, learner: number): boolean {
  return (
    guide !== learner &&
    !PAIR_RULES.level(r, guide, learner) &&
    !PAIR_RULES.team(r, guide, learner) &&
    !PAIR_RULES.language(r, guide, learner) &&
    !PAIR_RULES.attribute(r, guide, learner) &&
    !PAIR_RULES.hours(r, guide, learner) &&
    !PAIR_RULES.managerLine(r, guide, learner) &&
    !PAIR_RULES.apart(r, guide, learner)
  )
}

/** Languages both speak; LANGUAGES_UNKNOWN when one has not said. */
export function languagesShared(r: Roster, a: number, b: number): number {
  return r.sharedLanguages[r.language[a]! * r.languageSets + r.language[b]!]!
}

/** Longest shared stretch of the working day in minutes, -1 when the hours of one are not known. */
export function minutesShared(r: Roster, a: number, b: number): number {
  if (r.opens[a]! < 0 || r.opens[b]! < 0) return -1
  return sharedMinutes(r.opens[a]!, r.closes[a]!, r.opens[b]!, r.closes[b]!)
}

function hoursKeepApart(r: Roster, a: number, b: number): boolean {
  if (!r.rules.sharedHours || r.asyncFirst[a] === 1 || r.asyncFirst[b] === 1) return false
  const shared = minutesShared(r, a, b)
  return shared >= 0 && shared < r.rules.minSharedHours * 60
}

function attributeKeepsApart(r: Roster, a: number, b: number): boolean {
  const { attributeRule } = r.rules
  if (attributeRule === 'none') return false
  if (attributeRule === 'differs')
    return r.attribute[a] === 0 || r.attribute[b] === 0 || r.attribute[a] === r.attribute[b]
  // where the two take turns, whoever of them declared it is the guide who has to
  return r.attribute[a] === 0 && !(r.kind.takesTurns && r.attribute[b] !== 0)
}
