import type { RoundInput, Unpaired } from './model.ts'
import { isAdmissible } from './plan/pair-rules.ts'
import { buildRoster, type Roster } from './plan/roster.ts'
import type { RoundPair } from './round.ts'

export interface Rechecked {
  readonly kept: readonly RoundPair[]
  readonly dropped: readonly RoundPair[]
  /** those of dropped pairs who are still here: they wait on */
  readonly unpaired: readonly Unpaired[]
}

/**
 * Every hard rule once more, at the moment of publishing: since the round was proposed somebody may have left, paused,
 * found a partner, moved to another team or level, withdrawn an answer, or put the other on a private list. A pair that
 * does not hold is taken out, never bent; places go to the pairs in their order.
 * @param input everybody who may be paired now, with the places that standing pairs leave free
 */
export function stillFits(pairs: readonly RoundPair[], input: RoundInput): Rechecked {
  const roster = buildRoster(input)
  const places = new Map(input.people.map((person) => [person.id, person.capacity]))
  const learning = new Set<string>()
  const kept: RoundPair[] = []
  const dropped: RoundPair[] = []
  for (const pair of pairs) {
    const ids = idsOf(pair)
    const learners = pair.members.filter((m) => m.role === 'learner').map((m) => m.id)
    const hasRoom = ids.every((id) => (places.get(id) ?? 0) > 0) && !learners.some((id) => learning.has(id))
    if (!hasRoom || !rulesHold(roster, pair)) {
      dropped.push(pair)
      continue
    }
    for (const id of ids) places.set(id, (places.get(id) ?? 0) - (ids.length - 1))
    for (const id of learners) learning.add(id)
    kept.push(pair)
  }
  const paired = new Set(kept.flatMap(idsOf))
  const alone = dropped.flatMap(idsOf).filter((id) => !paired.has(id))
  const here = [...new Set(alone)].filter((id) => places.has(id))
  // that somebody is missing everybody may know; what else may have come between two people stays unsaid
  const missed = new Set(dropped.filter(({ members }) => !members.every((m) => places.has(m.id))).flatMap(idsOf))
  const reasonOf = (id: string) => ({ code: missed.has(id) ? 'not_placed' : 'no_partner_fits' }) as const
  return { kept, dropped, unpaired: here.map((id) => ({ id, reason: reasonOf(id) })) }
}

const idsOf = ({ members }: RoundPair): string[] => members.map((m) => m.id)

/** Whether nothing keeps any two of the pair apart, in the roles it gives them. */
function rulesHold(r: Roster, { members }: RoundPair): boolean {
  const people = members.flatMap(({ id, role }) => {
    const number = r.numberOf.get(id)
    return number === undefined ? [] : [{ number, role }]
  })
  if (people.length < members.length) return false
  const mayBe = people.every(
    ({ number, role }) =>
      (role === 'learner' || r.guides.includes(number)) && (role === 'guide' || r.learners.includes(number)),
  )
  const twos = people.flatMap((a, i) => people.slice(i + 1).map((b) => [a, b] as const))
  // the guide comes first, as pairsOfRound orders them
  return mayBe && twos.every(([a, b]) => isAdmissible(r, a.number, b.number))
}
