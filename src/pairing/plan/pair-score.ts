import type { Kind } from '../../program/kinds.ts'
import { LANGUAGES_UNKNOWN } from './languages.ts'
import { LEVELS } from './level-table.ts'
import { languagesShared, minutesShared } from './pair-rules.ts'
import type { Roster } from './roster.ts'

/** Points for 0, 1, 2, 3 or more skills that one offers and the other asked for. */
const SKILL_POINTS = [0, 300, 480, 600] as const
const OTHER_TEAM_POINTS = 60
const OTHER_SITE_POINTS = 40
export const MOST_FOR_PLACES = OTHER_TEAM_POINTS + OTHER_SITE_POINTS
const SECOND_LANGUAGE_POINTS = 60
/** Shared hours beyond two earn a point for each twelve minutes, at most this. */
const HOURS_POINTS = 40
/** Most points two people can have apart from skills: levels 200, places 100, language 60, hours 40. */
export const MOST_WITHOUT_SKILLS = 400
export const MOST_POINTS = 1000

/**
 * Both skill counts of a pair in four bits: what a offers and b wants (0 to 3), plus four times the way back.
 */
function skillCode(r: Roster, a: number, b: number): number {
  return common(r.offers[a]!, r.wants[b]!) + 4 * common(r.offers[b]!, r.wants[a]!)
}

/** Points by skill code. Whoever takes turns is scored on the weaker of the two directions. */
export function skillTable(r: Roster): Int16Array {
  return Int16Array.from({ length: 16 }, (_, code) => skillPoints(r.kind, code))
}

function skillPoints(kind: Kind, code: number): number {
  const there = code % 4
  const back = code >> 2
  return SKILL_POINTS[kind.takesTurns ? Math.min(there, back) : there] ?? 0
}

/** What counts besides skills, 0 to MOST_WITHOUT_SKILLS, in the order of product.md section 5. */
function pointsWithoutSkills(r: Roster, guide: number, learner: number): number {
  return (
    r.levels[r.level[guide]! * LEVELS + r.level[learner]!]! +
    placePoints(r, guide, learner) +
    talkPoints(r, guide, learner)
  )
}

/** 0 to 1000, of an admissible pair. */
export function scoreOf(r: Roster, guide: number, learner: number): number {
  return skillPoints(r.kind, skillCode(r, guide, learner)) + pointsWithoutSkills(r, guide, learner)
}

/** Known on both sides and different. */
export function differ(column: Int32Array, a: number, b: number): boolean {
  return column[a] !== 0 && column[b] !== 0 && column[a] !== column[b]
}

export function placePoints(r: Roster, a: number, b: number): number {
  return (differ(r.team, a, b) ? OTHER_TEAM_POINTS : 0) + (differ(r.site, a, b) ? OTHER_SITE_POINTS : 0)
}

/** Points for languages and hours. */
export function talkPoints(r: Roster, a: number, b: number): number {
  return languagePoints(r, a, b) + hoursPoints(r, a, b)
}

function languagePoints(r: Roster, a: number, b: number): number {
  const shared = languagesShared(r, a, b)
  return shared >= 2 && shared !== LANGUAGES_UNKNOWN ? SECOND_LANGUAGE_POINTS : 0
}

function hoursPoints(r: Roster, a: number, b: number): number {
  const beyond = minutesShared(r, a, b) - 120
  return beyond <= 0 ? 0 : Math.min(HOURS_POINTS, Math.floor(beyond / 12))
}

/** How many numbers two sorted lists share, counted up to 3. */
function common(a: Int32Array, b: Int32Array): number {
  let found = 0
  for (let i = 0, j = 0; i < a.length && j < b.length && found < 3; ) {
    if (a[i] === b[j]) {
      found++
      i++
      j++
    } else if (a[i]! < b[j]!) i++
    else j++
  }
  return found
}
