import { drawOrder, mix } from './lot.ts'
import { MOST_POINTS } from './pair-score.ts'
import type { Places } from './places.ts'
import type { Roster } from './roster.ts'

/** Equal scores are told apart by a draw of this many, so that nobody is favoured for the letters of an id. */
const TIE_STEPS = 8

/**
 * One goal of a round. A pair is worth the values of its two places plus its own; every tier outweighs all below it.
 * Values are whole numbers; `most` bounds what one pair can differ by.
 */
export interface Tier {
  readonly name: 'waiting' | 'repeats' | 'age' | 'next' | 'lot' | 'score'
  readonly atPlace: Float64Array | null
  /** by persons */
  readonly ofPair: ((guide: number, learner: number, score: number) => number) | null
  readonly most: number
  /** the most that ofPair gives a pair of at most this score; left out where that is 0 */
  readonly bound?: (score: number) => number
}

/**
 * The goals above the score, most important first; one in which all pairs are equal is left out.
 * @param served people who have a partner of this round already
 * @param avoided a pair without which the next round can be free of repeats
 */
export function upperTiers(r: Roster, places: Places, served: ReadonlySet<number>, avoided: readonly number[]): Tier[] {
  return [servedAndWaiting(r, places, served), ...repeats(r), next(avoided), lot(r, places)].filter(
    (tier) => tier !== null,
  )
}

/** @param draw another one settles ties otherwise, and nothing else */
export function scoreTier(r: Roster, draw: number): Tier {
  const seed = mix(r.seed, draw, 0)
  const tie = (a: number, b: number) => mix(seed, r.hash[Math.min(a, b)]!, r.hash[Math.max(a, b)]!) % TIE_STEPS
  return {
    name: 'score',
    atPlace: null,
    ofPair: (guide, learner, score) => score * TIE_STEPS + tie(guide, learner),
    most: MOST_POINTS * TIE_STEPS + TIE_STEPS - 1,
    bound: (score) => score * TIE_STEPS + TIE_STEPS - 1,
  }
}

/**
 * Whoever waited longer comes first, and anybody comes before somebody's second partner. Waiting is counted once for
 * each person, by rank: sets of people that can be placed form a matroid, so only the order matters to who is placed.
 */
function servedAndWaiting(r: Roster, places: Places, already: ReadonlySet<number>): Tier | null {
  const ranks = [...new Set(r.people.map((person) => person.waiting))].sort((a, b) => a - b)
  const rankOf = new Map(ranks.map((waiting, rank) => [waiting, rank]))
  const further = already.size > 0 || places.count > new Set(places.personAt).size
  const served = further && r.rules.mostPlaced ? 1 : 0
  if (ranks.length < 2 && served === 0) return null
  const atPlace = new Float64Array(places.count)
  for (const [p, { waiting }] of r.people.entries()) {
    const first = places.firstOf[p]!
    if (first < places.firstOf[p + 1]! && !already.has(p)) atPlace[first] = rankOf.get(waiting)! + served
  }
  return { name: 'waiting', atPlace, ofPair: null, most: 2 * (ranks.length - 1 + served) }
}

/** Few repeats first, then old ones. A repeat costs, rather than a new pair earning: in a best-fit program a new pair is no prize. */
function repeats(r: Roster): Tier[] {
  const months = [...new Set(r.past.flat().map((past) => past.months))].sort((a, b) => a - b)
  if (months.length === 0) return []
  const monthsOf = pastLookup(r)
  const rankOf = new Map(months.map((age, rank) => [age, rank]))
  const isRepeat: Tier = {
    name: 'repeats',
    atPlace: null,
    ofPair: (a, b) => (monthsOf(a, b) === undefined ? 0 : -1),
    most: 1,
  }
  if (months.length === 1) return [isRepeat]
  const youth = (age: number | undefined) => (age === undefined ? 0 : rankOf.get(age)! - (months.length - 1))
  return [isRepeat, { name: 'age', atPlace: null, ofPair: (a, b) => youth(monthsOf(a, b)), most: months.length - 1 }]
}

/** Leaves a pair for a later round, so that a small group does not pair itself into a corner. */
function next([a, b]: readonly number[]): Tier | null {
  if (a === undefined || b === undefined) return null
  const isAvoided = (x: number, y: number) => (x === a && y === b) || (x === b && y === a)
  return { name: 'next', atPlace: null, ofPair: (x, y) => (isAvoided(x, y) ? -1 : 0), most: 1 }
}

/** Months since two people were paired; undefined for never. */
export function pastLookup(r: Roster): (a: number, b: number) => number | undefined {
  const n = r.people.length
  const months = new Map<number, number>()
  for (const [a, list] of r.past.entries()) for (const past of list) months.set(a * n + past.partner, past.months)
  if (months.size === 0) return () => undefined
  return (a, b) => months.get(a * n + b)
}

/**
 * Where more people come to one side than the other has places for, who of those who waited equally long gets one is
 * drawn by lot, not by fit. Distinct values: the draw decides completely.
 */
function lot(r: Roster, places: Places): Tier | null {
  const side = crowdedSide(r, places)
  if (side === null) return null
  const order = drawOrder(
    r.seed,
    Array.from(side, (p) => r.people[p]!.id),
  )
  const atPlace = new Float64Array(places.count)
  for (const [drawn, id] of order.entries()) atPlace[places.firstOf[r.numberOf.get(id)!]!] = order.length - 1 - drawn
  return { name: 'lot', atPlace, ofPair: null, most: order.length - 1 }
}

/** The people of the side with more than can be placed, in directed kinds; null where neither side has. */
export function crowdedSide(r: Roster, places: Places): Int32Array | null {
  if (r.kind.takesTurns || !r.rules.mostPlaced) return null
  const room = placesToGuide(r, places)
  if (r.learners.length > room) return r.learners
  return r.guides.length > r.learners.length ? r.guides : null
}

export function placesToGuide(r: Roster, places: Places): number {
  let room = 0
  for (const guide of r.guides) room += places.firstOf[guide + 1]! - places.firstOf[guide]!
  return room
}
