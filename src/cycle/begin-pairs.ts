import type { Db, Deps } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import { localDate } from '../delivery/working-time.ts'
import { type Kickoff, setKickoff } from '../pairing/pair-store.ts'
import { firstCycleAfter, kickoffDay } from './cadence.ts'
import { duesOfCycle } from './cycle-dues.ts'
import { type LiveProgram, type NewPair, newPairs } from './plan-store.ts'
import { ownCycles } from './scene.ts'
import { findScenes } from './scene-store.ts'

/**
 * Takes new pairs on: introduces those nobody has introduced yet, and sets the kickoff of those whose introduction is
 * out, with all that their kickoff brings. Twice the same is once.
 */
export async function beginPairs(deps: Deps, workspaceId: string, program: LiveProgram, now: Date): Promise<void> {
  const pairs = await newPairs(deps.db, workspaceId, program.id)
  if (pairs.length === 0) return
  await enqueue(
    deps.db,
    pairs
      .filter((pair) => pair.introduction === null)
      .map((pair) => ({
        workspaceId,
        kind: 'introduction',
        subject: String(pair.pairId),
        cycleOn: pair.startedOn,
        recipient: `pair:${pair.pairId}`,
        dueAt: now,
      })),
    now,
  )
  const introduced = pairs.filter((pair) => pair.introduction === 'over')
  if (introduced.length === 0) return
  await deps.db.transaction().execute((trx) => kickOff(trx, workspaceId, program, introduced, now))
}

/** Sets the kickoff of introduced pairs and plans it, in the transaction given. */
export async function kickOff(
  trx: Db,
  workspaceId: string,
  program: Pick<LiveProgram, 'tz' | 'holidays' | 'cycles'>,
  introduced: readonly Pick<NewPair, 'pairId' | 'sentAt'>[],
  now: Date,
): Promise<void> {
  for (const { kickoff, pairIds } of byKickoff(program, introduced, now)) {
    await setKickoff(trx, workspaceId, pairIds, kickoff)
  }
  const scenes = await findScenes(
    trx,
    workspaceId,
    introduced.map((pair) => pair.pairId),
  )
  await enqueue(
    trx,
    scenes.flatMap((scene) => {
      const [first] = ownCycles(scene)
      return first ? duesOfCycle(scene, first, now) : []
    }),
    now,
  )
}

/** Pairs that begin on the same day, so that a round of 500 costs a statement or two. */
function byKickoff(
  program: Pick<LiveProgram, 'tz' | 'holidays' | 'cycles'>,
  introduced: readonly Pick<NewPair, 'pairId' | 'sentAt'>[],
  now: Date,
): { readonly kickoff: Kickoff; readonly pairIds: number[] }[] {
  const today = localDate(now, program.tz)
  const groups = Map.groupBy(introduced, ({ sentAt }) =>
    kickoffDay(localDate(sentAt ?? now, program.tz), today, program.holidays),
  )
  return [...groups].map(([kickoffOn, pairs]) => ({
    kickoff: {
      kickoffOn,
      firstCycleOn: firstCycleAfter(kickoffOn, program.cycles, program.holidays)?.startsOn ?? null,
    },
    pairIds: pairs.map((pair) => pair.pairId),
  }))
}
