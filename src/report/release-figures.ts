import type { Deps } from '../database/deps.ts'
import { atLocal } from '../delivery/working-time.ts'
import type { Program } from '../program/program.ts'
import { figuresOf } from './release.ts'
import { answersBefore, closesOf, insertRelease, releasesOf } from './store.ts'

/** When figures come out on the day after a cycle's last, in the program's zone: before anybody asks for a report. */
export const RELEASE_TIME = '00:30'

/**
 * Puts out what is due: at each close of a cycle the figures since the program's beginning, if five people or more
 * stand behind them and behind what changed. A close that was slept through is taken up with the newest one.
 * Twice for the same instant is harmless.
 */
export async function releaseFigures(deps: Deps, workspaceId: string, program: Program, now: Date): Promise<void> {
  const closed = (await closesOf(deps.db, workspaceId, program.id)).filter(
    (day) => atLocal(day, RELEASE_TIME, program.tz) <= now,
  )
  const newest = closed.at(-1)
  const last = (await releasesOf(deps.db, workspaceId, program.id)).at(-1)
  if (newest === undefined || (last && last.cycleOn >= newest)) return
  const figures = figuresOf(await answersBefore(deps.db, workspaceId, program.id, newest), last?.releasedAt ?? null)
  if (figures) await insertRelease(deps.db, workspaceId, program.id, { cycleOn: newest, releasedAt: now, figures })
}
