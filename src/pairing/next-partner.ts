import type { Db } from '../database/deps.ts'
import { addWorkingDays, localDate } from '../delivery/working-time.ts'
import { nextRound } from '../enrollment/next-round.ts'
import type { NextRound } from '../enrollment/waiting.ts'
import type { Program } from '../program/program.ts'
import { bereft } from './bereft-store.ts'
import { isRoundWaiting, proposedRound } from './find-round-store.ts'
import { placeAt, WORKING_DAYS_TO_PLACE } from './place-between.ts'
import { pairsOfRound } from './round-pair-store.ts'

/**
 * When somebody who waits hears next: within days where they lost a partner, with the lead where a pair between rounds
 * is proposed already, else with the next round.
 */
export async function nextPartner(
  db: Db,
  who: { readonly workspaceId: string; readonly personId: string; readonly program: Program },
  now: Date,
): Promise<NextRound> {
  const { workspaceId, personId, program } = who
  const isWaiting = await isRoundWaiting(db, workspaceId, program.id)
  const next = await nextRound(db, { workspaceId, program, isWaiting }, now)
  const lost = (await bereft(db, workspaceId, personId)).find((one) => one.programId === program.id)
  if (lost && placeAt(program, lost, isWaiting) !== null) {
    const partnerBy = addWorkingDays(lost.since, WORKING_DAYS_TO_PLACE, program.holidays)
    return partnerBy >= localDate(now, program.tz) ? { ...next, partnerBy } : next
  }
  const round = await proposedRound(db, workspaceId, program.id)
  if (!round?.isSmall) return next
  const pairs = await pairsOfRound(db, workspaceId, round.id)
  const isProposed = pairs.some(({ members }) => members.some(({ id }) => id === personId))
  return isProposed ? { ...next, isLate: true } : next
}
