import { done, type Result, refuse } from '../copy/refusal.ts'
import type { Db, Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import type { Unpaired } from './model.ts'
import type { Round, RoundPair } from './round.ts'
import { dropPairs, pairsOfRound, setLocked } from './round-pair-store.ts'
import { findRound } from './find-round-store.ts'
import { lockRounds, setUnpaired } from './round-store.ts'

export interface EditPair {
  readonly workspaceId: string
  readonly roundId: number
  readonly pairId: number
}

/** Keeps a proposed pair when the rest is paired anew, or lets it go with the rest again. */
export const lockPair = (deps: Deps, input: EditPair & { readonly isLocked: boolean }): Promise<Result<null>> =>
  inProposed(deps, input, async (trx) =>
    (await setLocked(trx, input.workspaceId, input.pairId, input.isLocked)) ? done(null) : refuse('pair_gone'),
  )

/** Takes a proposed pair apart: its people are without a partner in this round, unless paired by hand. */
export const unlinkPair = (deps: Deps, input: EditPair): Promise<Result<null>> =>
  inProposed(deps, input, async (trx, round) => {
    const pairs = await pairsOfRound(trx, input.workspaceId, round.id)
    const pair = pairs.find(({ id }) => id === input.pairId)
    if (!pair) return refuse('pair_gone')
    await dropPairs(trx, input.workspaceId, [pair.id])
    const rest = pairs.filter(({ id }) => id !== pair.id)
    await setUnpaired(
      trx,
      input.workspaceId,
      round.id,
      leftOver(
        round.unpaired,
        rest,
        pair.members.map((m) => m.id),
      ),
    )
    return done(null)
  })

/** Runs an edit of a round that still waits for a lead, one at a time in a program. */
export const inProposed = <T>(
  deps: Deps,
  { workspaceId, roundId }: { readonly workspaceId: string; readonly roundId: number },
  edit: (trx: Db, round: Round) => Promise<Result<T>>,
): Promise<Result<T>> =>
  transaction(deps.db, async (trx) => {
    const programId = (await findRound(trx, workspaceId, roundId))?.programId
    if (programId === undefined) return refuse('round_gone')
    await lockRounds(trx, workspaceId, programId)
    const round = await findRound(trx, workspaceId, roundId)
    if (!round || round.state === 'discarded') return refuse('round_gone')
    return round.state === 'published' ? refuse('round_published') : edit(trx, round)
  })

/** Who is without a partner after an edit: those who were and are not paired now, and those set free. */
export function leftOver(
  before: readonly Unpaired[],
  pairs: readonly Pick<RoundPair, 'members'>[],
  freed: readonly string[],
): Unpaired[] {
  const paired = new Set(pairs.flatMap((pair) => pair.members.map((m) => m.id)))
  const stay = before.filter((u) => !paired.has(u.id))
  const known = new Set(stay.map((u) => u.id))
  const more = freed.filter((id) => !paired.has(id) && !known.has(id))
  return [...stay, ...more.map((id) => ({ id, reason: { code: 'not_placed' } as const }))]
}
