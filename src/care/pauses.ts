import type { Db, Deps } from '../database/deps.ts'
import type { Planner } from '../delivery/delivery.ts'
import { atLocal, localDate } from '../delivery/working-time.ts'
import { markActive, allPauses } from '../enrollment/pause-store.ts'
import { beginWaiting } from '../enrollment/waiting-store.ts'
import { programsOf } from '../program/store.ts'
import { pairsIn } from './end-pairs.ts'

/** When on its last day a break ends, in the program's zone. */
const RETURN_TIME = '00:00'

/** A break ends by itself on the day that was chosen. */
export const pauses: Planner = {
  name: 'care.pauses',
  plan: async (deps, workspaceId, now) => {
    for (const pause of await withReturn(deps.db, workspaceId)) {
      if (pause.at <= now) await comeBack(deps, workspaceId, pause, now)
    }
  },
  nextAt: async (db, workspaceId, now) => {
    const ahead = (await withReturn(db, workspaceId)).filter((pause) => pause.at > now)
    return ahead.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0]?.at ?? null
  },
}

interface Pause {
  readonly programId: number
  readonly personId: string
  readonly tz: string
  readonly at: Date
}

async function withReturn(db: Db, workspaceId: string): Promise<readonly Pause[]> {
  const resting = await allPauses(db, workspaceId)
  if (resting.length === 0) return []
  const zones = new Map((await programsOf(db, workspaceId)).map((program) => [program.id, program.tz]))
  return resting.map(({ until, ...who }) => {
    const tz = zones.get(who.programId) ?? 'UTC'
    return { ...who, tz, at: atLocal(until, RETURN_TIME, tz) }
  })
}

async function comeBack(deps: Deps, workspaceId: string, pause: Pause, now: Date): Promise<void> {
  const { programId, personId, tz } = pause
  await deps.db.transaction().execute(async (trx) => {
    if (!(await markActive(trx, workspaceId, programId, personId))) return
    if ((await pairsIn(trx, workspaceId, programId, personId)).length > 0) return
    await beginWaiting(trx, workspaceId, programId, [personId], localDate(now, tz))
  })
}
