import type { Db } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import { localDate } from '../delivery/working-time.ts'
import { beginWaiting } from '../enrollment/waiting-store.ts'
import { introducedAmong } from '../pairing/introduced-store.ts'
import type { EndCause, Pair } from '../pairing/pair.ts'
import { activePairsOf, endPair } from '../pairing/pair-store.ts'
import { resumeWaiting } from '../pairing/resume-waiting-store.ts'
import type { Program } from '../program/program.ts'

/** The kind of message every partner of an ended pair gets, whatever ended it. */
export const ENDING = 'ending'

/**
 * Ends every standing pair somebody has in a program. Each partner is told, neutrally, and waits for a new one from
 * today on unless they choose otherwise.
 * @returns the partners who are told, by id
 */
export async function endPairsOf(
  trx: Db,
  { workspaceId, program, personId }: { workspaceId: string; program: Program; personId: string },
  cause: EndCause,
  now: Date,
): Promise<readonly string[]> {
  const told: string[] = []
  for (const pair of await pairsIn(trx, workspaceId, program.id, personId)) {
    if (!(await endPair(trx, workspaceId, pair.id, cause, now))) continue
    const partners = pair.members.map((m) => m.personId).filter((id) => id !== personId)
    await placeOnList(trx, { workspaceId, program, pair }, partners, now)
    await enqueue(
      trx,
      partners.map((partner) => ({
        workspaceId,
        kind: ENDING,
        subject: String(pair.id),
        cycleOn: localDate(now, program.tz),
        recipient: partner,
        dueAt: now,
      })),
      now,
    )
    told.push(...partners)
  }
  return [...new Set(told)].toSorted()
}

/** Somebody's standing pairs in one program. */
export const pairsIn = async (db: Db, workspaceId: string, programId: number, personId: string): Promise<Pair[]> =>
  (await activePairsOf(db, workspaceId, personId)).filter((pair) => pair.programId === programId)

/** Who of an ended pair has no other partner in the program waits: from today on, or on, where they had not read of it. */
export async function placeOnList(
  trx: Db,
  { workspaceId, program, pair }: { readonly workspaceId: string; readonly program: Program; readonly pair: Pair },
  partners: readonly string[],
  now: Date,
): Promise<void> {
  const alone: string[] = []
  for (const partner of partners) {
    if ((await pairsIn(trx, workspaceId, program.id, partner)).length === 0) alone.push(partner)
  }
  if ((await introducedAmong(trx, workspaceId, [pair.id])).has(pair.id))
    await beginWaiting(trx, workspaceId, program.id, alone, localDate(now, program.tz))
  else await resumeWaiting(trx, workspaceId, program, alone)
}
