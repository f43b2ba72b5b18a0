import { done, type Result, refuse } from '../copy/refusal.ts'
import { analyze } from '../database/analyze.ts'
import type { Db, Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { addMonths, localDate, workingDayOnOrAfter } from '../delivery/working-time.ts'
import { endWaiting } from '../enrollment/waiting-store.ts'
import type { Program } from '../program/program.ts'
import { findProgram } from '../program/store.ts'
import { figuresNow, isChanged } from './figures-now.ts'
import { firstProposer } from './first-proposer.ts'
import type { Unpaired } from './model.ts'
import type { Round, RoundPair } from './round.ts'
import { roundFacts } from './round-facts.ts'
import { dropPairs, pairsOfRound, startPairs } from './round-pair-store.ts'
import { findRound } from './find-round-store.ts'
import { lockRounds, markPublished, setFigures, setNextRound, setUnpaired } from './round-store.ts'
import { stampOf } from './stamp.ts'
import { type Rechecked, stillFits } from './still-fits.ts'
import { tellNoneFound, tellWaiting } from './tell-waiting.ts'

export interface Published {
  readonly pairs: number
  readonly dropped: number
  readonly waiting: number
  /** YYYY-MM-DD */
  readonly nextRoundOn: string | null
}

/** Calendar months from one round to the next, for newcomers and those without a partner. */
const MONTHS_BETWEEN_ROUNDS = 2

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
 * A small round, between rounds, moves no date and counts as a round waited for nobody.
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

export interface Publishing {
  readonly workspaceId: string
  readonly program: Program
  readonly round: Round
  /** the program's day, YYYY-MM-DD */
  readonly on: string
}

async function settle(trx: Db, deps: Deps, publishing: Publishing, now: Date): Promise<Published> {
  const { workspaceId, program, round, on } = publishing
  const pairs = await pairsOfRound(trx, workspaceId, round.id)
  // on the round's own day, so that a change of the clocks since then takes no pair out
  const when = { seed: round.seed, on: round.heldOn }
  const asOfNow = (await roundFacts({ db: trx, cipher: deps.cipher }, { workspaceId, program }, when))([])
  const checked = stillFits(pairs, asOfNow)
  await start(trx, publishing, checked)
  const { kept, dropped } = checked
  const standing = new Set(asOfNow.taken.flat())
  const here = new Set(asOfNow.people.map((person) => person.id))
  const isAlone = (u: Unpaired) => here.has(u.id) && !standing.has(u.id)
  const left = [...round.unpaired, ...checked.unpaired].filter(isAlone)
  if (isChanged(round, kept)) {
    const figures = figuresNow(asOfNow, { pairs: kept, unpaired: left }, round.figures)
    await setFigures(trx, workspaceId, round.id, {
      figures,
      dropped: dropped.length,
      proposedTotal: round.figures.total,
    })
  }
  if (round.isSmall) {
    await tellNoneFound(
      trx,
      publishing,
      left.map((u) => u.id),
      now,
    )
    return { pairs: kept.length, dropped: dropped.length, waiting: left.length, nextRoundOn: program.nextRoundOn }
  }
  const known = new Set([...pairs.flatMap(idsOf), ...round.unpaired.map((u) => u.id)])
  const newcomers = [...here].filter((id) => !known.has(id))
  const waiting = [
    ...left,
    ...newcomers.filter((id) => !standing.has(id)).map((id) => ({ id, reason: { code: 'not_placed' } as const })),
  ]
  await setUnpaired(trx, workspaceId, round.id, waiting)
  await tellWaiting(
    trx,
    publishing,
    waiting.map((u) => u.id),
    now,
  )
  const nextRoundOn = nextRound(program, on)
  await setNextRound(trx, workspaceId, program.id, nextRoundOn)
  return { pairs: kept.length, dropped: dropped.length, waiting: waiting.length, nextRoundOn }
}

async function start(trx: Db, { workspaceId, program, on }: Publishing, { kept, dropped }: Rechecked): Promise<void> {
  await dropPairs(
    trx,
    workspaceId,
    dropped.map((pair) => pair.id),
  )
  const starting = kept.map((pair, i) => ({ id: pair.id, proposerId: firstProposer(program.kind, pair, i) }))
  await startPairs(trx, workspaceId, starting, on)
  await endWaiting(trx, workspaceId, program.id, kept.flatMap(idsOf))
}

const idsOf = (pair: RoundPair): string[] => pair.members.map((m) => m.id)

/** The working day two months on; null where the program is over by then. */
export function nextRound(program: Program, on: string): string | null {
  const next = workingDayOnOrAfter(addMonths(on, MONTHS_BETWEEN_ROUNDS), program.holidays)
  return program.endsOn !== null && next >= program.endsOn ? null : next
}
