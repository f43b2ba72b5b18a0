import { done, type Result, refuse } from '../copy/refusal.ts'
import { analyze } from '../database/analyze.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { localDate } from '../delivery/working-time.ts'
import { findProgram } from '../program/store.ts'
import { pairsOfRound } from './round-pair-store.ts'
import { findRound } from './find-round-store.ts'
import { lockRounds, markPublished } from './round-store.ts'
import { type Published, settle } from './settle-round.ts'
import { stampOf } from './stamp.ts'

/** Who publishes a round in which nobody could be paired: there is nothing a lead could decide. */
export const BY_ITSELF = 'app'

export interface PublishRound {
  readonly workspaceId: string
  readonly roundId: number
  readonly by: string
  /** stamp of the pairs that whoever publishes has seen; left out: as they are */
  readonly seen?: string
}

/**
 * Publishes a proposed round exactly once, all of it in one transaction: a crash half way leaves it proposed, a second
 * lead finds it published. Everybody is checked again first. The introductions are planned from the pairs.
 * A small round, between rounds, counts as a round waited for nobody and moves no date; nor does any round before the
 * day that people were told: on that day pairs are made of whoever waits then.
 * Refuses pairs that another lead has changed since they were seen.
 */
export async function publishRound(deps: Deps, input: PublishRound, now: Date): Promise<Result<Published>> {
  const { workspaceId, roundId, seen } = input
  const result = await transaction(deps.db, async (trx): Promise<Result<Published>> => {
    const named = await findRound(trx, workspaceId, roundId)
    const program = named && (await findProgram(trx, workspaceId, named.programId))
    if (!program) return refuse('round_gone')
    if (program.state === 'closed') return refuse('program_closed', { name: program.name })
    await lockRounds(trx, workspaceId, program.id)
    const round = await findRound(trx, workspaceId, roundId)
    if (!round || round.state === 'discarded') return refuse('round_gone')
    if (round.state === 'published') return refuse('round_published')
    if (seen !== undefined && seen !== stampOf(await pairsOfRound(trx, workspaceId, roundId)))
      return refuse('round_changed')
    if (!(await markPublished(trx, workspaceId, roundId, input.by, now))) return refuse('round_published')
    const publishing = { workspaceId, program, round, on: localDate(now, program.tz) }
    return done(await settle(trx, deps, publishing, now))
  })
  if (result.ok) {
    await analyze(deps.db)
    deps.wake()
  }
  return result
}
