import { KINDS } from '../../program/kinds.ts'
import { newcomer } from './newcomer.ts'
import type { RoundInput, RoundPlan } from '../model.ts'
import { pairsPossible } from './pairs-possible.ts'

/**
 * The smallest thing a lead could do that would place most of those left over, each worked out by solving again with it.
 * Never anything about private lists, past endings or attributes, nor a count of them (product.md section 5).
 */
export type LeastChange = {
  /** people left over, of the side that is short of partners */
  readonly of: number
  /** how many of them would then have a partner */
  readonly wouldPlace: number
} & Change

type Change =
  | { readonly change: 'lift_team' | 'lift_language' | 'lift_hours' }
  | {
      readonly change: 'more_guides' | 'more_learners' | 'more_people'
      readonly count: number
      /** what they should offer (or, learners, want); null where none stands out */
      readonly skill: string | null
      /** where they should be; null where it does not matter */
      readonly site: string | null
    }

const RULES = [
  ['lift_team', 'otherTeam'],
  ['lift_language', 'sharedLanguage'],
  ['lift_hours', 'sharedHours'],
] as const
/** More newcomers than that are no small change. */
const MOST_ASKED = 12

/** @returns null when nobody is left over, or nothing of this kind would place anybody */
export function leastChange(input: RoundInput, plan: Pick<RoundPlan, 'pairs' | 'unpaired'>): LeastChange | null {
  const left = leftOver(input, plan)
  if (left.length === 0) return null
  const perPair = KINDS[input.kind].takesTurns ? 2 : 1
  const now = perPair === 1 ? plan.pairs.length : plan.pairs.reduce((sum, { members }) => sum + members.length, 0)
  // where all take turns newcomers are placed too, and are not those this is about
  const placedBy: PlacedBy = (changed, newcomers) => {
    const gain = perPair * pairsPossible(changed) - now - (perPair === 2 ? newcomers : 0)
    return Math.min(left.length, gain)
  }
  const lifted = RULES.filter(([, rule]) => input.rules[rule]).map(([change, rule]): LeastChange => {
    const changed = { ...input, rules: { ...input.rules, [rule]: false } }
    return { change, of: left.length, wouldPlace: placedBy(changed, 0) }
  })
  return best([...askMore(input, left, placedBy), ...lifted])
}

type PlacedBy = (changed: RoundInput, newcomers: number) => number
type Person = RoundInput['people'][number]

/** In directed kinds the learners left over or, where all have a guide, the guides. */
function leftOver(input: RoundInput, plan: Pick<RoundPlan, 'unpaired'>): readonly Person[] {
  const ids = new Set(plan.unpaired.filter(({ reason }) => reason.code !== 'no_free_place').map(({ id }) => id))
  const left = input.people.filter(({ id }) => ids.has(id))
  const learners = left.filter(({ role }) => role !== 'guide')
  return KINDS[input.kind].takesTurns || learners.length === 0 ? left : learners
}

/** Newcomers who suit those left over: as few as place as many as MOST_ASKED would. */
function askMore(input: RoundInput, left: readonly Person[], placedBy: PlacedBy): LeastChange[] {
  // whom an attribute rule would let in is nobody's business
  if (input.rules.attributeRule !== 'none') return []
  const { person, change, skill, site } = newcomer(input, left)
  const joinedBy = (count: number) => {
    const newcomers = Array.from({ length: count }, (_, i) => ({ ...person, id: `${person.id}${i}` }))
    const changed = { ...input, people: [...input.people, ...newcomers] }
    return placedBy(changed, count)
  }
  const counts = Array.from({ length: Math.min(MOST_ASKED, left.length) }, (_, i) => i + 1)
  const options = counts.map((count) => ({ change, count, skill, site, of: left.length, wouldPlace: joinedBy(count) }))
  return options.filter(({ wouldPlace }, i) => i === 0 || wouldPlace > options[i - 1]!.wouldPlace)
}

/** Most placed first, then the smaller change: a rule before newcomers, few before many. */
function best(options: readonly LeastChange[]): LeastChange | null {
  const size = (option: LeastChange) => ('count' in option ? option.count : 0)
  const [first] = options
    .filter(({ wouldPlace }) => wouldPlace > 0)
    .toSorted((a, b) => b.wouldPlace - a.wouldPlace || size(a) - size(b))
  return first ?? null
}
