import type { AttributeRule, KindId } from '../program/kinds.ts'
import type { ProofStep } from './plan/solver/step.ts'

/** One enrolled, unpaused person as the round sees them. null is "not known", which keeps nobody apart by itself. */
export interface Candidate {
  readonly id: string
  /** in reciprocal kinds everybody counts as both */
  readonly role: 'guide' | 'learner' | 'both'
  readonly level: number | null
  readonly team: string | null
  readonly site: string | null
  readonly managerId: string | null
  /** IANA name */
  readonly tz: string | null
  /** local minutes of the day; `to` below `from` runs over midnight */
  readonly hours: { readonly from: number; readonly to: number } | null
  readonly languages: readonly string[]
  readonly offers: readonly string[]
  readonly wants: readonly string[]
  /** places still free: what is in `taken` is already subtracted. As learner a person takes at most one of them. */
  readonly capacity: number
  readonly asyncFirst: boolean
  /** declared and consented for this program, else null */
  readonly attribute: string | null
  /** rounds waited */
  readonly waiting: number
}

export interface RoundRules {
  readonly otherTeam: boolean
  readonly sharedLanguage: boolean
  readonly sharedHours: boolean
  /** hours a day */
  readonly minSharedHours: number
  readonly attributeRule: AttributeRule
  /** true: as many people as possible come first; false: best fit */
  readonly mostPlaced: boolean
  /** trio only where the kind allows it */
  readonly odd: 'trio' | 'turn'
}

export interface PastPair {
  readonly a: string
  readonly b: string
  /** YYYY-MM-DD on which the pair was published; a trio is remembered as its three pairs */
  readonly on: string
  /** false: nobody ever pressed We met, so it counts as never paired; left out: counts as paired */
  readonly met?: boolean
}

export interface RoundInput {
  readonly kind: KindId
  readonly rules: RoundRules
  readonly people: readonly Candidate[]
  /** the whole company's managers, so that a chain through somebody who has not joined is seen too */
  readonly managers: ReadonlyMap<string, string | null>
  /** kept apart for good: private lists of either side, and pairs that a rematch ended */
  readonly never: readonly (readonly [string, string])[]
  readonly past: readonly PastPair[]
  /** pairs that stand or are locked: not made a second time. Leave a learner who is locked in this round out of people. */
  readonly taken: readonly (readonly [string, string])[]
  /** any 32-bit integer; stored with the round, so that it can be replayed */
  readonly seed: number
  /** YYYY-MM-DD, the day of the round: age of past pairs, offset of time zones */
  readonly on: string
}

export interface PairMember {
  readonly id: string
  /** in kinds that take turns everybody is both */
  readonly role: 'guide' | 'learner' | 'both'
}

/** Why these two: facts that both may read. Never an attribute, a private list or a past ending. */
export interface PairReason {
  /** what one offers and the other asked for; a direction without any is left out */
  readonly skills: readonly { readonly from: string; readonly to: string; readonly skills: readonly string[] }[]
  /** minutes of the UTC day, `to` may exceed 1440; null where somebody's hours are not known, or none are shared */
  readonly sharedHours: { readonly from: number; readonly to: number } | null
  /** levels between the two, 0 or more */
  readonly levelGap: number | null
  /** both known and different */
  readonly otherTeam: boolean
  readonly otherSite: boolean
  /** all languages both speak, sorted */
  readonly languages: readonly string[]
}

export interface PlannedPair {
  /** two, or three in a trio; guide first, then by id */
  readonly members: readonly PairMember[]
  /** 0 to 1000; of a trio the mean of its three pairs */
  readonly score: number
  /** of a trio one for each two of it, by id */
  readonly reasons: readonly [PairReason, ...PairReason[]]
}

/** Without it, the outcome would be another. Whatever a private rule or an attribute causes is `no_partner_fits`. */
export type UnpairedReason =
  | { readonly code: 'no_free_place' }
  | { readonly code: 'alone' }
  /** own: this person's level is missing; else the levels of those who would fit */
  | { readonly code: 'level_unknown'; readonly own: boolean }
  | { readonly code: 'level_gap' }
  | { readonly code: 'same_team' }
  | { readonly code: 'no_common_language' }
  | { readonly code: 'too_few_shared_hours' }
  | { readonly code: 'manager_line' }
  /** free places of guides against learners; `lot`: who of those who waited equally long waits was drawn */
  | { readonly code: 'places_short'; readonly places: number; readonly learners: number; readonly lot: boolean }
  | { readonly code: 'guides_short'; readonly guides: number; readonly learners: number; readonly lot: boolean }
  | { readonly code: 'odd_one_out' }
  /** everybody who fits has a partner this round; never said where declared answers decide */
  | { readonly code: 'fitting_taken' }
  | { readonly code: 'no_partner_fits' }
  /** a lead took the pair apart or gave the partner to another, or the partner is gone; never said by the solver */
  | { readonly code: 'not_placed' }
  /** joined, or was back, after the pairs were proposed; never said by the solver */
  | { readonly code: 'came_later' }

export interface Unpaired {
  readonly id: string
  readonly reason: UnpairedReason
}

export interface RoundFigures {
  readonly people: number
  /** have at least one admissible partner */
  readonly matchable: number
  readonly paired: number
  /** the most people that any plan in pairs could place (a trio places one more) */
  readonly mostPossible: number
  readonly total: number
  readonly mean: number | null
  readonly worst: number | null
  /** share (0 to 100) of a person's own admissible partners that the one received beats or equals */
  readonly percentiles: { readonly worst: number; readonly p5: number; readonly median: number } | null
  readonly violations: number
  readonly repeats: number
  /** proved: no plan that places as many and as long-waiting people has fewer */
  readonly leastRepeats: number
  /** rounds waited, longest among those left unpaired */
  readonly longestWait: number
  /** partners of each guide against free places */
  readonly capacityUse: { readonly min: number; readonly mean: number; readonly max: number } | null
  /** two people who would both rather have each other: information, not a fault */
  readonly blockingPairs: number
  /** what the floor under the worst pair costs: totals with and without, worst pair with and without */
  readonly fairness: {
    readonly total: number
    readonly worst: number
    readonly freeTotal: number
    readonly freeWorst: number
  } | null
  /** paired by declared group, only where every group has 10 or more placed and 10 or more unplaced people */
  readonly parity: readonly { readonly group: string; readonly people: number; readonly paired: number }[] | null
}

export interface RoundPlan {
  readonly pairs: readonly PlannedPair[]
  readonly unpaired: readonly Unpaired[]
  readonly figures: RoundFigures
  readonly seed: number
  /** node number to person; a guide with several places stands here once for each */
  readonly nodes: readonly string[]
  /** graph and certificate of each step, checked before the plan was handed out; export-proof.ts writes them as JSON */
  readonly steps: readonly ProofStep[]
}
