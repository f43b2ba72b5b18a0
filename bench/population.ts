import { type KindId, KINDS } from '../src/program/kinds.ts'
import type { Candidate, RoundInput, RoundRules } from '../src/pairing/model.ts'
import { pickByShare, seeded } from './random.ts'

const DEPARTMENTS = [
  ['Engineering', 0.28],
  ['Sales', 0.14],
  ['Operations', 0.13],
  ['Support', 0.09],
  ['Marketing', 0.07],
  ['Product', 0.06],
  ['Finance', 0.06],
  ['IT', 0.05],
  ['People', 0.04],
  ['Data', 0.04],
  ['Legal', 0.02],
  ['Procurement', 0.02],
] as const
const OFFICES = [
  ['America/Chicago', 'en', 0.2],
  ['America/New_York', 'en', 0.18],
  ['America/Los_Angeles', 'en', 0.1],
  ['America/Sao_Paulo', 'pt', 0.06],
  ['Europe/London', 'en', 0.12],
  ['Europe/Berlin', 'de', 0.09],
  ['Europe/Madrid', 'es', 0.05],
  ['Europe/Warsaw', 'pl', 0.04],
  ['Asia/Kolkata', 'hi', 0.1],
  ['Asia/Singapore', 'zh', 0.03],
  ['Asia/Tokyo', 'ja', 0.02],
  ['Australia/Sydney', 'en', 0.01],
] as const
const LEVELS = [0.16, 0.22, 0.22, 0.16, 0.1, 0.06, 0.04, 0.02, 0.013, 0.007].map((share, i) => [i + 1, share] as const)
const SKILLS = Array.from({ length: 120 }, (_, i) => [`skill ${i}`, 1 / (i + 2) ** 0.9] as const)
const SKILL_TOTAL = SKILLS.reduce((sum, [, share]) => sum + share, 0)
const SKILL_SHARES = SKILLS.map(([skill, share]) => [skill, share / SKILL_TOTAL] as const)
/** people who report to one manager */
const SPAN = 7

/** As programs start: every rule on, most people placed first. */
export function defaultRules(kind: KindId, change: Partial<RoundRules> = {}): RoundRules {
  const { attributeRule, trioAllowed } = KINDS[kind]
  const odd = trioAllowed ? 'trio' : 'turn'
  const rules = { otherTeam: true, sharedLanguage: true, sharedHours: true, minSharedHours: 2, mostPlaced: true }
  return { ...rules, attributeRule, odd, ...change }
}

/** An invented company: departments as trees of teams, a pyramid of levels, twelve offices, skills of uneven fame. */
export function inventedRound(kind: KindId, n: number, seed: number, change: Partial<RoundInput> = {}): RoundInput {
  const random = seeded(seed)
  const people = Array.from({ length: n }, (_, i) => person(random, i, kind === 'reverse'))
  return {
    kind,
    rules: defaultRules(kind),
    people: withManagers(people),
    managers: new Map(),
    never: [],
    past: [],
    taken: [],
    seed,
    on: '2026-11-24',
    ...change,
  }
}

function person(random: () => number, i: number, juniorsGuide: boolean): Candidate {
  const office = pickByShare(
    random,
    OFFICES.map((place) => [place, place[2]] as const),
  )
  const opens = 420 + 30 * Math.floor(random() * 7)
  const level = pickByShare(random, LEVELS)
  const seniorSide = juniorsGuide ? 'learner' : 'guide'
  const juniorSide = juniorsGuide ? 'guide' : 'learner'
  const isSenior = level >= 5 || (level === 4 && random() < 0.5)
  const role = isSenior ? (random() < 0.75 ? seniorSide : 'both') : juniorSide
  const languages = new Set<string>([office[1], ...(random() < 0.93 ? ['en'] : []), ...(random() < 0.12 ? ['fr'] : [])])
  const some = (least: number, spread: number) =>
    Array.from({ length: least + Math.floor(random() * spread) }, () => pickByShare(random, SKILL_SHARES))
  return {
    id: `P${String(i).padStart(6, '0')}`,
    role,
    level,
    team: pickByShare(random, DEPARTMENTS),
    site: office[0],
    managerId: null,
    tz: office[0],
    hours: { from: opens, to: opens + 480 },
    languages: [...languages],
    offers: some(3, 6),
    wants: some(2, 4),
    capacity:
      role === 'learner'
        ? 1
        : pickByShare(random, [
            [1, 0.5],
            [2, 0.35],
            [3, 0.13],
            [4, 0.02],
          ]),
    asyncFirst: random() < 0.05,
    attribute: pickByShare(random, [
      ['a', 0.44],
      ['b', 0.48],
      [null, 0.08],
    ]),
    waiting: Math.min(7, Math.floor(-Math.log(1 - random()) * 1.2)),
  }
}

/** The most senior of a department leads it; below, the k-th person reports to number (k - 1) / SPAN. */
function withManagers(people: readonly Candidate[]): Candidate[] {
  const departments = Map.groupBy(people, ({ team }) => team)
  return [...departments].flatMap(([department, members]) => {
    const bySeniority = members.toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0) || (a.id < b.id ? -1 : 1))
    return bySeniority.map((member, k) => {
      const chief = Math.floor((k - 1) / SPAN)
      return {
        ...member,
        managerId: k === 0 ? null : bySeniority[chief]!.id,
        team: `${department} ${Math.max(0, chief)}`,
      }
    })
  })
}
