import type { Db, Deps } from '../database/deps.ts'
import { endWaiting } from '../enrollment/waiting-store.ts'
import { type FirstTopic, firstTopic } from '../program/first-topic.ts'
import type { Program } from '../program/program.ts'
import { absences } from './absence-store.ts'
import { bereft } from './bereft-store.ts'
import { figuresNow, isChanged } from './figures-now.ts'
import { firstProposer } from './first-proposer.ts'
import type { RoundInput, Unpaired } from './model.ts'
import { roundAfter } from './next-round-on.ts'
import type { Round, RoundPair } from './round.ts'
import { roundFacts } from './round-facts.ts'
import { dropPairs, pairsOfRound, startPairs } from './round-pair-store.ts'
import { setFigures, setNextRound, setUnpaired } from './round-store.ts'
import { type Rechecked, stillFits } from './still-fits.ts'
import { tellNoneFound, tellWaiting } from './tell-waiting.ts'
import { type Undone, undoneOf } from './undone.ts'

export interface Published {
  readonly pairs: number
  readonly dropped: number
  /** of the dropped: whom somebody was missing */
  readonly undone: readonly Undone[]
  readonly waiting: number
  /** YYYY-MM-DD */
  readonly nextRoundOn: string | null
  /** what its pairs begin with */
  readonly firstTopic: FirstTopic | null
}

export interface Publishing {
  readonly workspaceId: string
  readonly program: Program
  readonly round: Round
  /** the program's day, YYYY-MM-DD */
  readonly on: string
}

/** Everybody is checked again, pairs that hold begin to stand, and whoever is left over is told. */
export async function settle(trx: Db, deps: Deps, publishing: Publishing, now: Date): Promise<Published> {
  const { workspaceId, program, round, on } = publishing
  const pairs = await pairsOfRound(trx, workspaceId, round.id)
  // on the round's own day, so that a change of the clocks since then takes no pair out
  const when = { seed: round.seed, on: round.heldOn }
  const asOfNow = (await roundFacts({ db: trx, cipher: deps.cipher }, { workspaceId, program }, when))([])
  const checked = stillFits(pairs, asOfNow)
  await start(trx, publishing, checked)
  const standing = new Set(asOfNow.taken.flat())
  const here = new Set(asOfNow.people.map((person) => person.id))
  const isAlone = ({ id }: { readonly id: string }) => here.has(id) && !standing.has(id)
  const left = [...round.unpaired, ...checked.unpaired].filter(isAlone)
  const undone = await keepFigures(trx, publishing, { asOfNow, checked, left })
  const topic = firstTopic(program, on)
  const done = { pairs: checked.kept.length, dropped: checked.dropped.length, undone, firstTopic: topic }
  const idsLeft = left.map((u) => u.id)
  if (round.isSmall) {
    await tellNoneFound(trx, publishing, idsLeft, now)
    return { ...done, waiting: left.length, nextRoundOn: program.nextRoundOn }
  }
  const known = new Set([...pairs.flatMap(idsOf), ...round.unpaired.map((u) => u.id)])
  // who lost a partner since the round was proposed is looked after within days, as at any other time
  const lost = new Set(
    (await bereft(trx, workspaceId)).flatMap((b) => (b.programId === program.id ? [b.personId] : [])),
  )
  const newcomers = [...here].filter((id) => !known.has(id) && !standing.has(id) && !lost.has(id))
  const waiting = [...left, ...newcomers.map((id) => ({ id, reason: { code: 'came_later' } as const }))]
  await setUnpaired(trx, workspaceId, round.id, waiting)
  await tellWaiting(trx, publishing, [...idsLeft, ...newcomers], now)
  const nextRoundOn = roundAfter(program, on)
  await setNextRound(trx, workspaceId, program.id, nextRoundOn)
  return { ...done, waiting: waiting.length, nextRoundOn }
}

/** The figures of a round that was not published as it was proposed, and which pairs somebody was missing in. */
async function keepFigures(
  trx: Db,
  { workspaceId, program, round }: Publishing,
  { asOfNow, checked, left }: { asOfNow: RoundInput; checked: Rechecked; left: readonly Unpaired[] },
): Promise<readonly Undone[]> {
  const { kept, dropped } = checked
  const missing = await absences(trx, workspaceId, program.id, dropped.flatMap(idsOf))
  const undone = undoneOf(dropped, missing, new Set(left.map((u) => u.id)))
  const changed = isChanged(round, kept)
  if (changed || dropped.length > 0)
    await setFigures(trx, workspaceId, round.id, {
      figures: changed ? figuresNow(asOfNow, { pairs: kept, unpaired: left }, round.figures) : round.figures,
      dropped: dropped.length,
      undone,
      proposedTotal: changed ? round.figures.total : round.proposedTotal,
    })
  return undone
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
