import type { Candidate, Unpaired } from './model.ts'
import type { RoundPair } from './round.ts'

export interface Recheck {
  readonly pairs: readonly RoundPair[]
  /** who may still be paired now, with places left after standing pairs */
  readonly free: ReadonlyMap<string, Candidate>
  readonly never: readonly (readonly [string, string])[]
}

export interface Rechecked {
  readonly kept: readonly RoundPair[]
  readonly dropped: readonly RoundPair[]
  /** those of dropped pairs who are still here: they wait on */
  readonly unpaired: readonly Unpaired[]
}

/**
 * The hard rules once more, at the moment of publishing: somebody may have left, paused, found a partner or put the
 * other on a private list since the round was proposed. A pair that does not hold is dropped, never bent.
 */
export function stillFits({ pairs, free, never }: Recheck): Rechecked {
  const apart = new Set(never.map(([a, b]) => `${a}/${b}`))
  const places = new Map([...free].map(([id, person]) => [id, person.capacity]))
  const kept: RoundPair[] = []
  const dropped: RoundPair[] = []
  for (const pair of pairs) {
    const ids = pair.members.map((m) => m.id)
    const fits = ids.every((id) => (places.get(id) ?? 0) > 0 && ids.every((other) => !apart.has(`${id}/${other}`)))
    if (fits) {
      for (const id of ids) places.set(id, (places.get(id) ?? 0) - (ids.length - 1))
      kept.push(pair)
    } else dropped.push(pair)
  }
  const paired = new Set(kept.flatMap((pair) => pair.members.map((m) => m.id)))
  const left = new Set(
    dropped.flatMap((pair) => pair.members.map((m) => m.id)).filter((id) => free.has(id) && !paired.has(id)),
  )
  return { kept, dropped, unpaired: [...left].map((id) => ({ id, reason: { code: 'no_partner_fits' } })) }
}
