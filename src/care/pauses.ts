import type { Db, Deps } from '../database/deps.ts'
import type { DueRow, Planner, RenderDeps, Rendered } from '../delivery/delivery.ts'
import { atLocal, localDate } from '../delivery/working-time.ts'
import { markActive, allPauses } from '../enrollment/pause-store.ts'
import { findEnrollment } from '../enrollment/store.ts'
import { beginWaiting } from '../enrollment/waiting-store.ts'
import { firstName, isMember } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import { leadName } from '../program/lead-store.ts'
import { findProgram, programsOf } from '../program/store.ts'
import { pairsIn } from './end-pairs.ts'
import { pauseEndsMessage } from './views/ending-view.ts'

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

/** Says that a break ends; skipped where it was moved, ended or left. */
export async function renderPauseEnds(deps: RenderDeps, row: DueRow): Promise<Rendered> {
  const { workspaceId, recipient } = row
  const programId = Number(row.subject)
  const program = await findProgram(deps.db, workspaceId, programId)
  const person = await findPerson(deps.db, workspaceId, recipient)
  const enrollment = await findEnrollment(deps.db, workspaceId, programId, recipient)
  if (!program || program.state === 'closed' || !person || !isMember(person)) return { skip: 'not here any more' }
  if (enrollment?.pausedUntil !== row.cycleOn) return { skip: 'the break was moved or ended' }
  const lead = (await leadName(deps.db, workspaceId, programId)) ?? program.name
  const message = pauseEndsMessage(deps.copy, { name: firstName(person.name), program, until: row.cycleOn, lead })
  return { to: { person: recipient }, message }
}
