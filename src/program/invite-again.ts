import { done, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { recordAct } from '../people/audit-store.ts'
import { liveProgram } from './live-program.ts'
import type { AboutProgram, Invite } from './open-program.ts'

/** Invites once more: those who were not asked for this round and did not say "not this year". @returns how many */
export async function inviteAgain(deps: Deps, input: AboutProgram, invite: Invite, now: Date): Promise<Result<number>> {
  const { workspaceId, by, programId } = input
  const result = await transaction(deps.db, async (trx): Promise<Result<number>> => {
    const program = await liveProgram(trx, input)
    if (!program.ok) return program
    const invited = await invite(trx, workspaceId, program.value, now)
    const act = { actorId: by, verb: 'program.invite', subject: String(programId), detail: { invited } }
    await recordAct(trx, workspaceId, act, now)
    return done(invited)
  })
  if (result.ok) deps.wake()
  return result
}
