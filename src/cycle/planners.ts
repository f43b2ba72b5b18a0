import type { MessageKinds, Planner } from '../delivery/delivery.ts'
import { nextInstant, planProgram } from './plan-program.ts'
import { livePrograms } from './plan-store.ts'
import { renderCertificate } from './planners/render-certificate.ts'
import { renderAgreement, renderIntroduction, renderKickoff } from './planners/render-pair.ts'
import { renderCheckIn, renderDate, renderPrompt, renderReminder } from './planners/render-talk.ts'

/** The calendar of every program: its cycles, new pairs, prompts, close. Each asks one small query when nothing is due. */
export const cyclePlanners: readonly Planner[] = [
  {
    name: 'cycle',
    async plan(deps, workspaceId, now) {
      for (const program of await livePrograms(deps.db, workspaceId)) await planProgram(deps, workspaceId, program, now)
    },
    async nextAt(db, workspaceId, now) {
      const instants = (await livePrograms(db, workspaceId)).map((program) => nextInstant(program, now))
      return instants.filter((at) => at !== null).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
    },
  },
]

/** What the cycle sends. Dates and agreements are what a partner wrote; the rest is unasked as well, and all share the two a day. */
export const cycleMessages: MessageKinds = {
  introduction: { priority: 30, isUnasked: true, render: renderIntroduction },
  kickoff: { priority: 40, isUnasked: true, render: renderKickoff },
  prompt: { priority: 40, isUnasked: true, render: renderPrompt },
  reminder: { priority: 20, isUnasked: true, render: renderReminder },
  date: { priority: 20, isUnasked: true, render: renderDate },
  agreement: { priority: 60, isUnasked: true, render: renderAgreement },
  check_in: { priority: 50, isUnasked: true, render: renderCheckIn },
  certificate: { priority: 10, isUnasked: true, render: renderCertificate },
}
