import type { Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { enqueue } from '../delivery/store.ts'
import { recordAct } from '../people/audit-store.ts'
import { liveProgram } from './live-program.ts'
import type { AboutProgram } from './open-program.ts'
import { markClosed, waitingAlone } from './state-store.ts'
import type { Program } from './program.ts'

/** Tells people of a program that ended before anybody was paired. */
export const PROGRAM_ENDED = 'program-ended'

/**
 * Ends a program early. Its pairs end, and their people are thanked, with the next tick, as at every close; where
 * nobody was ever paired, those who joined are told here.
 */
export async function endProgram(deps: Deps, input: AboutProgram, now: Date): Promise<Result<Program>> {
  const { workspaceId, by, programId } = input
  const result = await transaction(deps.db, async (trx) => {
    const program = await liveProgram(trx, input)
    if (!program.ok) return program
    const subject = String(programId)
    const alone = await waitingAlone(trx, workspaceId, programId)
    await markClosed(trx, workspaceId, programId, now)
    await recordAct(trx, workspaceId, { actorId: by, verb: 'program.end', subject }, now)
    const cycleOn = now.toISOString().slice(0, 10)
    await enqueue(
      trx,
      alone.map((recipient) => ({ workspaceId, kind: PROGRAM_ENDED, subject, cycleOn, recipient, dueAt: now })),
      now,
    )
    return program
  })
  if (result.ok) deps.wake()
  return result
}
