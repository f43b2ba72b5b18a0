import { KINDS } from '../../program/kinds.ts'
import type { Candidate, RoundInput } from '../model.ts'

/** Places a guide who is asked to come is taken to offer: product.md advises no more than 3. */
const PLACES_ASKED = 3
/** A site stands out when at least this share of those left over is there. */
const STANDS_OUT = 0.5

/** Somebody invented who would suit most of those left over, and what a lead should look for to find them. */
export function newcomer(input: RoundInput, left: readonly Candidate[]) {
  const kind = KINDS[input.kind]
  const learnersLeft = kind.takesTurns || left.some(({ role }) => role !== 'guide')
  const site = mostCommon(left.map((person) => person.site))
  const skill = mostCommon(left.flatMap((person): readonly string[] => (learnersLeft ? person.wants : person.offers)))
  const there = site.share >= STANDS_OUT ? left.find((person) => person.site === site.value) : undefined
  const change = kind.takesTurns ? 'more_people' : learnersLeft ? 'more_guides' : 'more_learners'
  const person: Candidate = {
    // sorts after every id there is, so that nobody else's draw changes
    id: '\u{10ffff}',
    role: kind.takesTurns ? 'both' : learnersLeft ? 'guide' : 'learner',
    level: fittingLevel(kind.guides, learnersLeft, left),
    team: null,
    site: there?.site ?? null,
    managerId: null,
    tz: there?.tz ?? null,
    hours: there?.hours ?? null,
    languages: there?.languages ?? [],
    offers: skill.value !== null && learnersLeft ? [skill.value] : [],
    wants: skill.value !== null && !learnersLeft ? [skill.value] : [],
    capacity: change === 'more_guides' ? PLACES_ASKED : 1,
    asyncFirst: false,
    attribute: null,
    waiting: 0,
  } as const
  return { person, change, skill: skill.value, site: there?.site ?? null } as const
}

/** Two levels beyond the outermost of those left over, on the side that fits them all; their median among equals. */
function fittingLevel(
  guides: 'senior' | 'junior' | 'both',
  learnersLeft: boolean,
  left: readonly Candidate[],
): number | null {
  const levels = left.flatMap(({ level }) => (level === null ? [] : [level])).sort((a, b) => a - b)
  if (levels.length === 0) return null
  if (guides === 'both') return levels[Math.floor(levels.length / 2)]!
  const wantsSenior = (guides === 'senior') === learnersLeft
  return wantsSenior ? Math.min(99, levels.at(-1)! + 2) : Math.max(1, levels[0]! - 2)
}

function mostCommon(values: readonly (string | null)[]): { readonly value: string | null; readonly share: number } {
  const counts = [
    ...Map.groupBy(
      values.filter((value) => value !== null),
      (value) => value,
    ),
  ]
  const [first] = counts.toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
  return first === undefined ? { value: null, share: 0 } : { value: first[0], share: first[1].length / values.length }
}
