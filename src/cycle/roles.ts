import type { PairMember } from '../pairing/pair.ts'
import { type KindId, KINDS } from '../program/kinds.ts'
import type { PairCycle } from './pair-cycle.ts'

/** Who guides in that cycle: in kinds that take turns each in order of id, else who came as guide; nobody in a kickoff. */
export function guideIn(
  members: readonly PairMember[],
  kind: KindId,
  cycle: Pick<PairCycle, 'number' | 'topicKey'>,
): string | null {
  if (cycle.topicKey === null) return null
  if (KINDS[kind].takesTurns) return members[(cycle.number - 1) % members.length]?.personId ?? null
  return members.find((member) => member.role === 'guide')?.personId ?? null
}

/**
 * Whether somebody learns from a guide more junior than they are: they get listen-first. In `reverse` every learner
 * does, whatever is known of levels.
 */
export function isSeniorLearner(
  kind: KindId,
  guide: { readonly id: string; readonly level: number | null } | undefined,
  reader: { readonly id: string; readonly level: number | null },
): boolean {
  if (guide === undefined || guide.id === reader.id) return false
  if (KINDS[kind].guides === 'junior') return true
  return guide.level !== null && reader.level !== null && reader.level > guide.level
}
