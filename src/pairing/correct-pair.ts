import { done, type Result, refuse } from '../copy/refusal.ts'
import type { Db, Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import type { Program } from '../program/program.ts'
import { findProgram } from '../program/store.ts'
import type { Pair } from './pair.ts'
import { pairById } from './pair-store.ts'
import { lockRounds } from './round-store.ts'

/** Ends a pair and tells its people, in the caller's transaction; handed over by main, since endings are care's. */
export type EndPair = (
  trx: Db,
  input: { workspaceId: string; program: Program; pair: Pair },
  now: Date,
) => Promise<boolean>

/** A lead ends a published pair. Refuses one that has ended, or was never published. */
export async function correctPair(
  deps: Deps,
  endPair: EndPair,
  { workspaceId, pairId }: { readonly workspaceId: string; readonly pairId: number },
  now: Date,
): Promise<Result<null>> {
  const result = await transaction(deps.db, async (trx): Promise<Result<null>> => {
    const found = await pairById(trx, workspaceId, pairId)
    const program = found && (await findProgram(trx, workspaceId, found.programId))
    if (!program) return refuse('pair_gone')
    await lockRounds(trx, workspaceId, program.id)
    const pair = await pairById(trx, workspaceId, pairId)
    if (pair?.state !== 'active') return refuse('pair_gone')
    return (await endPair(trx, { workspaceId, program, pair }, now)) ? done(null) : refuse('pair_gone')
  })
  if (result.ok) deps.wake()
  return result
}
