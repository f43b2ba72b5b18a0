import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { localDate } from '../delivery/working-time.ts'
import { enrolledIn } from '../enrollment/enrolled-in.ts'
import { markActive } from '../enrollment/pause-store.ts'
import type { NextRound } from '../enrollment/waiting.ts'
import { beginWaiting } from '../enrollment/waiting-store.ts'
import { nextPartner } from '../pairing/next-partner.ts'
import type { Program } from '../program/program.ts'
import { pairsIn } from './end-pairs.ts'

/** "A new partner": on the waiting list from today, a break ended by it. Twice is the same. */
export const wantPartner = (
  deps: Deps,
  input: { readonly workspaceId: string; readonly personId: string; readonly programId: number },
  now: Date,
): Promise<Result<{ readonly program: Program; readonly next: NextRound }>> =>
  deps.db.transaction().execute(async (trx) => {
    const { workspaceId, personId } = input
    const enrolled = await enrolledIn(trx, input)
    if (!enrolled) return refuse('not_joined')
    const { program } = enrolled
    await markActive(trx, workspaceId, program.id, personId)
    if ((await pairsIn(trx, workspaceId, program.id, personId)).length === 0) {
      await beginWaiting(trx, workspaceId, program.id, [personId], localDate(now, program.tz))
    }
    return done({ program, next: await nextPartner(trx, { workspaceId, personId, program }, now) })
  })
