import { sharedSpan } from './availability.ts'
import type { PairReason } from '../model.ts'
import { differ } from './pair-score.ts'
import type { Roster } from './roster.ts'

/** Why these two fit: public facts only, as data; copy turns them into words. */
export function reasonFor(r: Roster, a: number, b: number): PairReason {
  const [first, second] = [r.people[a]!, r.people[b]!]
  const levels = [first.level, second.level]
  return {
    skills: [...skillsBetween(r, a, b), ...skillsBetween(r, b, a)],
    sharedHours: hoursOf(r, a, b),
    levelGap: levels[0] == null || levels[1] == null ? null : Math.abs(levels[0] - levels[1]),
    otherTeam: differ(r.team, a, b),
    otherSite: differ(r.site, a, b),
    languages: [...new Set(first.languages)].filter((spoken) => second.languages.includes(spoken)).sort(),
  }
}

function skillsBetween(r: Roster, from: number, to: number): PairReason['skills'] {
  const [giver, taker] = [r.people[from]!, r.people[to]!]
  const skills = [...new Set(giver.offers)].filter((skill) => taker.wants.includes(skill)).sort()
  return skills.length === 0 ? [] : [{ from: giver.id, to: taker.id, skills }]
}

function hoursOf(r: Roster, a: number, b: number): PairReason['sharedHours'] {
  if (r.opens[a]! < 0 || r.opens[b]! < 0) return null
  return sharedSpan({ from: r.opens[a]!, to: r.closes[a]! }, { from: r.opens[b]!, to: r.closes[b]! })
}
