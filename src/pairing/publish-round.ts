import { done, type Result, refuse } from '../copy/refusal.ts'
import type { Db, Deps } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import { addMonths, localDate, workingDayOnOrAfter } from '../delivery/working-time.ts'
import { candidatesOf } from '../enrollment/candidate-store.ts'
import { neverPairs } from '../enrollment/exclusion-store.ts'
import { countRoundWaited, endWaiting } from '../enrollment/waiting-store.ts'
import type { Program } from '../program/program.ts'
import { findProgram } from '../program/store.ts'
import type { Unpaired } from './model.ts'
import { activePairs } from './pair-store.ts'
import { firstProposer } from './first-proposer.ts'
import type { Round, RoundPair } from './round.ts'
import { partnerCounts } from './round-input.ts'
import {
  dropPairs,
  findRound,
  lockRounds,
  markPublished,
  pairsOfRound,
  setNextRound,
  setUnpaired,
  startPairs,
} from './round-store.ts'
import { stillFits } from './still-fits.ts'

export interface Published {
  readonly pairs: number
  readonly dropped: number
  readonly waiting: number
  /** YYYY-MM-DD */
  readonly nextRoundOn: string | null
}

/** Calendar months from one round to the next, for newcomers and those without a partner. */
const MONTHS_BETWEEN_ROUNDS = 2

/**
 * Publishes a proposed round exactly once, all of it in one transaction: a crash half way leaves it proposed, a second
 * lead finds it published. Everybody is checked again first. The introductions are planned from the pairs.
 */
export async function publishRound(
  deps: Deps,
  input: { readonly workspaceId: string; readonly roundId: number; readonly by: string },
  now: Date,
): Promise<Result<Published>> {
  const { workspaceId, roundId } = input
  const result = await deps.db.transaction().execute(async (trx): Promise<Result<Published>> => {
    const round = await findRound(trx, workspaceId, roundId)
    const program = round && (await findProgram(trx, workspaceId, round.programId))
    if (!round || !program || round.state === 'discarded') return refuse('round_gone')
    if (program.state === 'closed') return refuse('program_closed', { name: program.name })
    await lockRounds(trx, workspaceId, program.id)
    if (!(await markPublished(trx, workspaceId, roundId, input.by, now))) return refuse('round_published')
    return done(await settle(trx, deps, { workspaceId, program, round }, now))
  })
  if (result.ok) deps.wake()
  return result
}

interface Publishing {
  readonly workspaceId: string
  readonly program: Program
  readonly round: Round
}

async function settle(trx: Db, deps: Deps, { workspaceId, program, round }: Publishing, now: Date): Promise<Published> {
  const on = localDate(now, program.tz)
  const standing = partnerCounts(await activePairs(trx, workspaceId, program.id))
  const enrolled = await candidatesOf(trx, deps.cipher, workspaceId, program.id)
  const free = new Map(enrolled.map((p) => [p.id, { ...p, capacity: p.capacity - (standing.get(p.id) ?? 0) }]))
  const { kept, dropped, unpaired } = stillFits({
    pairs: await pairsOfRound(trx, workspaceId, round.id),
    free,
    never: await neverPairs(trx, workspaceId),
  })
  await dropPairs(
    trx,
    workspaceId,
    dropped.map((pair) => pair.id),
  )
  await startPairs(
    trx,
    workspaceId,
    kept.map((pair, i) => ({ id: pair.id, proposerId: firstProposer(program.kind, pair, i) })),
    on,
  )
  await endWaiting(
    trx,
    workspaceId,
    program.id,
    kept.flatMap((pair: RoundPair) => pair.members.map((m) => m.id)),
  )
  const waiting = [...round.unpaired.filter((u) => free.has(u.id) && !standing.has(u.id)), ...unpaired]
  await setUnpaired(trx, workspaceId, round.id, waiting)
  await tellWaiting(trx, workspaceId, program, round, waiting, on, now)
  const nextRoundOn = nextRound(program, on)
  await setNextRound(trx, workspaceId, program.id, nextRoundOn)
  return { pairs: kept.length, dropped: dropped.length, waiting: waiting.length, nextRoundOn }
}

/** The working day two months on; null where the program is over by then. */
export function nextRound(program: Program, on: string): string | null {
  const next = workingDayOnOrAfter(addMonths(on, MONTHS_BETWEEN_ROUNDS), program.holidays)
  return program.endsOn !== null && next >= program.endsOn ? null : next
}

async function tellWaiting(
  trx: Db,
  workspaceId: string,
  program: Program,
  round: Round,
  waiting: readonly Unpaired[],
  on: string,
  now: Date,
): Promise<void> {
  const ids = waiting.map((u) => u.id)
  await countRoundWaited(trx, workspaceId, program.id, ids, on)
  await enqueue(
    trx,
    ids.map((recipient) => ({
      workspaceId,
      kind: 'waiting',
      subject: String(round.id),
      cycleOn: on,
      recipient,
      dueAt: now,
    })),
    now,
  )
}
