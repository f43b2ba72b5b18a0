import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Db } from '../database/deps.ts'
import type { Due } from '../delivery/delivery.ts'
import type { Person } from '../people/person.ts'
import type { Standing } from '../slack/listener.ts'
import { leads } from './lead-store.ts'
import { isLeadOf } from './program-to-lead.ts'
import type { Program } from './program.ts'
import { programByName, programsOf } from './store.ts'
import { ambiguous } from './which-program.ts'

export const LEAD_WELCOME = 'lead-welcome'
/** what stands for the workspace where a program's id could */
export const WHOLE_WORKSPACE = '0'

export interface LeadChange {
  readonly workspaceId: string
  readonly by: string
  readonly standing: Standing
  readonly personId: string
  /** the program's name as typed; '' means the whole workspace */
  readonly program: string
}

/** Who leads what now; `program` null is the whole workspace. */
export interface Led {
  readonly person: Person
  readonly program: Program | null
}

/** What the asker may give or take: the named program, or the workspace. */
export async function whatMayBeLed(trx: Db, input: LeadChange): Promise<Result<Program | null>> {
  const { workspaceId, standing, program: words } = input
  if (words === '') {
    const isFirst = standing.isSlackAdmin && !(await leads(trx, workspaceId)).some((lead) => lead.programId === null)
    if (standing.isWorkspaceLead || isFirst) return done(null)
    // who leads a program adds people to that one, by its name
    const own = (await programsOf(trx, workspaceId)).filter((p) => standing.leads.includes(p.id))
    const running = own.filter((p) => p.state !== 'closed')
    return own.length === 0 ? refuse('not_allowed') : ambiguous(running.length === 0 ? own : running)
  }
  const program = await programByName(trx, workspaceId, words)
  return program && isLeadOf({ standing }, program.id) ? done(program) : refuse('program_not_found', { name: words })
}

/** Tells a new lead what comes next, at once. */
export const welcome = (workspaceId: string, personId: string, programId: number | null, now: Date): Due => ({
  workspaceId,
  kind: LEAD_WELCOME,
  subject: programId === null ? WHOLE_WORKSPACE : String(programId),
  cycleOn: now.toISOString().slice(0, 10),
  recipient: personId,
  dueAt: now,
})
