import type { Db } from '../../database/deps.ts'
import type { Planner } from '../../delivery/delivery.ts'
import type { Program } from '../../program/program.ts'
import { findProgram } from '../../program/store.ts'
import { bereft } from '../bereft-store.ts'
import { isRoundWaiting } from '../find-round-store.ts'
import { placeAt, placeBetween } from '../place-between.ts'
import type { Solve } from '../propose-round.ts'

/** Whoever loses a partner gets one proposed for the lead to publish, or reads that there is none, in two working days. */
export const betweenRoundsPlanner = (solve: Solve): Planner => ({
  name: 'between rounds',
  plan: async (deps, workspaceId, now) => {
    for (const { program, people } of await lostHere(deps.db, workspaceId)) {
      const lost = people.filter((p) => p.at <= now).map((p) => p.id)
      if (lost.length > 0) await placeBetween(deps, solve, { workspaceId, program, lost }, now)
    }
  },
  nextAt: async (db, workspaceId, now) => {
    const all = (await lostHere(db, workspaceId)).flatMap(({ people }) => people.map((p) => p.at))
    return all.filter((at) => at > now).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
  },
})

interface Lost {
  readonly program: Program
  readonly people: readonly { readonly id: string; readonly at: Date }[]
}

async function lostHere(db: Db, workspaceId: string): Promise<Lost[]> {
  const found: Lost[] = []
  for (const [programId, people] of Map.groupBy(await bereft(db, workspaceId), (b) => b.programId)) {
    const program = await findProgram(db, workspaceId, programId)
    if (!program) continue
    const isWaiting = await isRoundWaiting(db, workspaceId, programId)
    const timed = people.map((b) => ({ id: b.personId, at: placeAt(program, b, isWaiting) }))
    found.push({ program, people: timed.flatMap(({ id, at }) => (at === null ? [] : [{ id, at }])) })
  }
  return found
}
