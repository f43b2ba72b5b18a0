import { KINDS, type KindId } from '../program/kinds.ts'
import type { RoundPair } from './round.ts'

/** Who offers the first two times: in reverse kinds the senior, who learns; elsewhere it goes round from pair to pair. */
export function firstProposer(kind: KindId, pair: RoundPair, index: number): string {
  const senior = KINDS[kind].guides === 'junior' ? pair.members.find((m) => m.role === 'learner') : undefined
  const chosen = senior ?? pair.members[index % pair.members.length] ?? pair.members[0]
  if (!chosen) throw new Error(`pair ${pair.id} has no members`)
  return chosen.id
}
