import { planned } from './plan/group.ts'
import type { PlannedPair, RoundInput } from './model.ts'
import { isAdmissible } from './plan/pair-rules.ts'
import { buildRoster, type Roster } from './plan/roster.ts'
import type { RoundPair } from './round.ts'

/** What becomes of a round when two people are put together by hand. */
export interface Rearranged {
  readonly made: PlannedPair
  /** pairs that come apart for it */
  readonly broken: readonly RoundPair[]
  /** those who are left of them and fit each other */
  readonly formed: readonly PlannedPair[]
  /** those who are left without a partner, by id */
  readonly left: readonly string[]
  /** two of those may not be paired with each other, which whoever reads this learns */
  readonly isApart: boolean
}

/**
 * @param input everybody with the places that standing pairs leave free; nothing of this round taken
 * @param pairs this round's, as proposed
 * @param from the pair that one of the two is taken out of, where the lead named one
 * @returns null where a hard rule keeps the two apart, whichever it is, or one of them has no place
 */
export function rearrange(
  input: RoundInput,
  pairs: readonly RoundPair[],
  one: string,
  other: string,
  from?: number,
): Rearranged | null {
  const roster = buildRoster(input)
  const made = fit(roster, one, other)
  if (made === null) return null
  const broken = made.members.reduce<readonly RoundPair[]>(
    (gone, member) => [
      ...gone,
      ...inTheWay(
        roster,
        pairs.filter((pair) => !gone.includes(pair)),
        member,
        from,
      ),
    ],
    [],
  )
  const singles: string[] = []
  const formed: PlannedPair[] = []
  let isApart = false
  for (const { members } of broken) {
    const rest = members.map((m) => m.id).filter((id) => id !== one && id !== other)
    const [a, b] = rest
    const two = a !== undefined && b !== undefined ? fit(roster, a, b) : null
    if (a !== undefined && b !== undefined && !two) isApart = true
    if (two) formed.push(two)
    else singles.push(...rest)
  }
  const swapped = singles.length === 2 ? fit(roster, singles[0]!, singles[1]!) : null
  return swapped
    ? { made, broken, formed: [...formed, swapped], left: [], isApart }
    : { made, broken, formed, left: singles.toSorted(), isApart: isApart || singles.length === 2 }
}

/** Those two as a pair, in whichever direction is allowed; null where none is. */
function fit(r: Roster, one: string, other: string): PlannedPair | null {
  const [a, b] = [r.numberOf.get(one), r.numberOf.get(other)]
  if (a === undefined || b === undefined) return null
  const order = (
    [
      [a, b],
      [b, a],
    ] as const
  ).find(
    ([guide, learner]) => r.guides.includes(guide) && r.learners.includes(learner) && isAdmissible(r, guide, learner),
  )
  return order ? planned(r, order) : null
}

/** The pairs of the round that leave this person no place for the new one. */
function inTheWay(
  r: Roster,
  pairs: readonly RoundPair[],
  { id, role }: PlannedPair['members'][number],
  from: number | undefined,
): readonly RoundPair[] {
  const own = pairs.filter((pair) => pair.members.some((m) => m.id === id))
  const named = own.filter((pair) => pair.id === from)
  if (role === 'both') return own
  const asLearner = own.filter((pair) => pair.members.some((m) => m.id === id && m.role === 'learner'))
  if (role === 'learner') return [...new Set([...named, ...asLearner])]
  const free = (r.people[r.numberOf.get(id) ?? -1]?.capacity ?? 0) - (own.length - named.length)
  const next = own.filter((pair) => !named.includes(pair) && !asLearner.includes(pair)).toSorted(unlockedFirst)
  return free > 0 ? named : [...named, ...next.slice(0, 1)]
}

const unlockedFirst = (a: RoundPair, b: RoundPair) => Number(a.isLocked) - Number(b.isLocked) || a.id - b.id
