import type { Db } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import { localDate } from '../delivery/working-time.ts'
import type { Pair } from '../pairing/pair.ts'
import { endPair } from '../pairing/pair-store.ts'
import type { Program } from '../program/program.ts'
import { ENDING, placeOnList } from './end-pairs.ts'

/**
 * Ends one pair because a lead corrects it: everybody in it reads the same neutral words, and waits for a new partner
 * from today on unless they choose otherwise.
 * @returns false where it had ended before
 */
export async function endOnePair(
  trx: Db,
  { workspaceId, program, pair }: { workspaceId: string; program: Program; pair: Pair },
  now: Date,
): Promise<boolean> {
  if (!(await endPair(trx, workspaceId, pair.id, 'lead', now))) return false
  const people = pair.members.map((m) => m.personId)
  await placeOnList(trx, { workspaceId, program, pair }, people, now)
  const cycleOn = localDate(now, program.tz)
  const dues = people.map((recipient) => ({
    workspaceId,
    kind: ENDING,
    subject: String(pair.id),
    cycleOn,
    recipient,
    dueAt: now,
  }))
  await enqueue(trx, dues, now)
  return true
}
