import type { DueRow, MessageKinds, Planner, RenderDeps, Rendered } from '../delivery/delivery.ts'
import { atLocal } from '../delivery/working-time.ts'
import { findProgram, programsOf } from '../program/store.ts'
import { makeReport } from './make-report.ts'
import { RELEASE_TIME, releaseFigures } from './release-figures.ts'
import { closesOf } from './store.ts'
import { reportMessage } from './views/report-view.ts'

/** Figures from answers come out at each close of a cycle. */
export const reportPlanners: readonly Planner[] = [
  {
    name: 'figures',
    plan: async (deps, workspaceId, now) => {
      for (const program of await programsOf(deps.db, workspaceId)) {
        if (program.state === 'running' || program.state === 'closed')
          await releaseFigures(deps, workspaceId, program, now)
      }
    },
    nextAt: async (db, workspaceId, now) => {
      const running = (await programsOf(db, workspaceId)).filter((p) => p.state === 'running')
      const all = await Promise.all(
        running.map(async (p) =>
          (await closesOf(db, workspaceId, p.id)).map((day) => atLocal(day, RELEASE_TIME, p.tz)).find((at) => at > now),
        ),
      )
      return all.filter((at) => at !== undefined).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
    },
  },
]

/** The report a lead asked for, in their own conversation. The subject is the program's id and the instant of the asking. */
export const reportMessages: MessageKinds = {
  report: { priority: 0, isUnasked: false, isNow: true, render: renderReport },
}

async function renderReport(deps: RenderDeps, row: DueRow, now: Date): Promise<Rendered> {
  const program = await findProgram(deps.db, row.workspaceId, Number(row.subject.split('@', 1)[0]))
  if (!program) return { skip: 'the program is gone' }
  return {
    to: { person: row.recipient },
    message: reportMessage(deps.copy, await makeReport(deps, row.workspaceId, program, now), now),
  }
}
