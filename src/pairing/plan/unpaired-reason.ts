import { Augmenter } from './augment.ts'
import type { BestRound } from './best-round.ts'
import type { Group } from './group.ts'
import type { UnpairedReason } from '../model.ts'
import { type Liftable, LIFTABLE, someFits, type Standing, standingOf } from './lift-rule.ts'
import type { PairRule } from './pair-rules.ts'
import type { Places } from './places.ts'
import type { Roster } from './roster.ts'
import { crowdedSide, placesToGuide } from './tiers.ts'

/** Edges the searches for reasons may look at in one round; whoever comes after reads the general reason. */
const WORK_AT_MOST = 30_000_000

/**
 * A reason for each person left over that is true: without it the outcome would be another. A rule is named only when
 * lifting it for this person alone would place them and unplace nobody, and when the sentence that names it holds of
 * everybody as far as others know: else whoever knows better would read from it what is private. Private rules, past
 * endings and attributes are never lifted, so they never show (product.md section 5).
 */
export function unpairedReasons(r: Roster, places: Places, round: BestRound, groups: readonly Group[]) {
  const placed = new Uint8Array(r.people.length)
  for (const person of groups.flat()) placed[person] = 1
  const mate = matchOf(places, groups)
  const { n, u, v } = round.steps[0]!.graph
  const state: Left = {
    r,
    places,
    placed,
    hasEdge: endsOf(round, r.people.length),
    augmenter: new Augmenter(n, u, v, mate),
  }
  return r.people.flatMap(({ id }, person) => (placed[person] === 1 ? [] : [{ id, reason: reasonOf(state, person) }]))
}

interface Left {
  readonly r: Roster
  readonly places: Places
  readonly placed: Uint8Array
  readonly hasEdge: Uint8Array
  readonly augmenter: Augmenter
}

function reasonOf(left: Left, person: number): UnpairedReason {
  const { r, places, placed, hasEdge } = left
  if (places.firstOf[person] === places.firstOf[person + 1]) return { code: 'no_free_place' }
  if (new Set(places.personAt).size === 1) return { code: 'alone' }
  if (hasEdge[person] === 1 || counterparts(r, person) === 0) {
    const short = shortage(left, person)
    if (short) return short
  }
  const isFitting = someFits(r, person, () => true)
  if (!isFitting) return liftedReason(left, person, standingOf(r, person)) ?? { code: 'no_partner_fits' }
  // where declared answers decide, one sentence for both: else whoever reads the other shows that they declared nothing
  const mayBeTaken = hasEdge[person] === 1 && r.rules.attributeRule === 'none'
  const areAllTaken = mayBeTaken && !someFits(r, person, (other) => placed[other] === 0)
  return { code: areAllTaken ? 'fitting_taken' : 'no_partner_fits' }
}

function counterparts({ guides, learners }: Roster, person: number): number {
  return (guides.includes(person) ? learners : guides).length
}

/** Numbers that cannot come out even: more people on one side than places on the other, or an odd one out. */
function shortage({ r, places, placed }: Left, person: number): UnpairedReason | null {
  if (r.kind.takesTurns) {
    const left = places.personAt.filter((other) => placed[other] === 0)
    return left.length === 1 && places.count % 2 === 1 ? { code: 'odd_one_out' } : null
  }
  const side = crowdedSide(r, places)
  if (side === null || !side.includes(person)) return null
  const { waiting } = r.people[person]!
  const lot = side.some((other) => placed[other] === 1 && r.people[other]!.waiting === waiting)
  const learners = r.learners.length
  return side === r.learners
    ? { code: 'places_short', places: placesToGuide(r, places), learners, lot }
    : { code: 'guides_short', guides: r.guides.length, learners, lot }
}

/** The first public rule that, lifted for this person alone, would place them. */
function liftedReason(
  { places, augmenter }: Left,
  person: number,
  { kept, inAllWays }: Standing,
): UnpairedReason | null {
  if (augmenter.work > WORK_AT_MOST) return null
  const root = places.firstOf[person]!
  for (const rule of LIFTABLE) {
    const ofAll = SAID_OF_ALL[rule]
    if (ofAll !== undefined && !inAllWays.has(ofAll)) continue
    const extra = (kept.get(rule) ?? []).map(({ other, asGuide }) => placeOf(places, other, asGuide)).flat()
    if (extra.length > 0 && augmenter.wouldPlace(root, extra)) return REASONS[rule]
  }
  return null
}

const REASONS: Record<Liftable, UnpairedReason> = {
  ownLevel: { code: 'level_unknown', own: true },
  team: { code: 'same_team' },
  language: { code: 'no_common_language' },
  hours: { code: 'too_few_shared_hours' },
  managerLine: { code: 'manager_line' },
  otherLevel: { code: 'level_unknown', own: false },
  levelGap: { code: 'level_gap' },
}

/** Reasons that say "nobody": true where that rule is in everybody's way. */
const SAID_OF_ALL: Partial<Record<Liftable, PairRule>> = { language: 'language', hours: 'hours', levelGap: 'level' }

/** The places at which somebody can take this person on: all of a guide, the first of a learner. */
function placeOf({ firstOf }: Places, other: number, asGuide: boolean): number[] {
  const all = Array.from({ length: firstOf[other + 1]! - firstOf[other]! }, (_, i) => firstOf[other]! + i)
  return asGuide ? all : all.slice(0, 1)
}

/** The plan as a matching of places; the third of a trio counts as free, since a pair of their own would place no fewer. */
function matchOf(places: Places, groups: readonly Group[]): Int32Array {
  const mate = new Int32Array(places.count).fill(-1)
  const learners = new Set(groups.map(([, learner]) => learner))
  for (const [guide, learner] of groups) {
    const y = places.firstOf[learner]!
    // whoever also learns keeps the first place for that
    let x =
      places.firstOf[guide]! + (learners.has(guide) && places.firstOf[guide + 1]! - places.firstOf[guide]! > 1 ? 1 : 0)
    while (mate[x]! >= 0) x++
    mate[x] = y
    mate[y] = x
  }
  return mate
}

/** Who has somebody to be paired with at all. */
function endsOf({ pairs }: BestRound, people: number): Uint8Array {
  const ends = new Uint8Array(people)
  for (let p = 0; p < pairs.size; p++) {
    ends[pairs.guide[p]!] = 1
    ends[pairs.learner[p]!] = 1
  }
  return ends
}
