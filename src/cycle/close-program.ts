import type { Deps } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import { atLocal, localDate, workingDayOnOrAfter } from '../delivery/working-time.ts'
import { closePairs } from '../pairing/pair-store.ts'
import type { LiveProgram } from './plan-store.ts'
import { MORNING } from './cycle-dues.ts'
import { markClosed, participants } from './program-cycle-store.ts'

/**
 * Closes a program whose last cycle is over, or one that a lead ended early: its pairs end, and everybody in it is
 * thanked the same morning. Doing it twice changes nothing.
 */
export async function closeProgram(deps: Deps, workspaceId: string, program: LiveProgram, now: Date): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const closedNow = await markClosed(trx, workspaceId, program.id, now)
    if (!closedNow && !program.hasPairs) return
    await closePairs(trx, workspaceId, program.id, now)
    const day = localDate(now, program.tz)
    // in the program's zone; the sender moves it into each one's own working hours
    const dueAt = atLocal(workingDayOnOrAfter(day, program.holidays), MORNING, program.tz)
    await enqueue(
      trx,
      (await participants(trx, workspaceId, program.id)).map((recipient) => ({
        workspaceId,
        kind: 'certificate',
        subject: String(program.id),
        cycleOn: day,
        recipient,
        dueAt: dueAt > now ? dueAt : now,
      })),
      now,
    )
  })
}
