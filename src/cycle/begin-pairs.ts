import type { Db, Deps } from '../database/deps.ts'
import { enqueue } from '../delivery/store.ts'
import { type Kickoff, setKickoff } from '../pairing/pair-store.ts'
import { duesOfCycle } from './cycle-dues.ts'
import { type Calendar, kickoffAfter } from './kickoff.ts'
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
  program: Calendar,
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
  program: Calendar,
  introduced: readonly Pick<NewPair, 'pairId' | 'sentAt'>[],
  now: Date,
): { readonly kickoff: Kickoff; readonly pairIds: number[] }[] {
  const days = introduced.map(({ pairId, sentAt }) => ({ pairId, kickoff: kickoffAfter(program, sentAt ?? now, now) }))
  return [...Map.groupBy(days, ({ kickoff }) => kickoff.kickoffOn).values()].flatMap((pairs) =>
    pairs[0] ? [{ kickoff: pairs[0].kickoff, pairIds: pairs.map((pair) => pair.pairId) }] : [],
  )
}
