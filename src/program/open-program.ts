import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Db, Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { localDate } from '../delivery/working-time.ts'
import { recordAct } from '../people/audit-store.ts'
import { members } from '../people/store.ts'
import type { Standing } from '../slack/listener.ts'
import { acceptedContacts } from './contact-store.ts'
import { draftOnly } from './draft-only.ts'
import { eligible } from './eligibility.ts'
import { leadsOf } from './lead-store.ts'
import { markOpen } from './state-store.ts'
import { isLeadOf } from './program-to-lead.ts'
import type { Program } from './program.ts'
import { findProgram, lockWorkspace } from './store.ts'

/** Fewer contacts for concerns than that, and no program opens. */
const LEAST_CONTACTS = 2

/** Invites everybody eligible, in that transaction; the rooms below know how, so main.ts hands it in. @returns how many */
export type Invite = (trx: Db, workspaceId: string, program: Program, now: Date) => Promise<number>

export interface AboutProgram {
  readonly workspaceId: string
  readonly by: string
  readonly standing: Standing
  readonly programId: number
}

/** What opening a program would do, for the lead to read first. */
export interface Opening {
  readonly program: Program
  /** people who get an invitation */
  readonly invited: number
  readonly hasSecondLead: boolean
}

/** Whether that lead's draft may open now, and what that would do. */
export async function readyToOpen(db: Db, input: AboutProgram, now: Date): Promise<Result<Opening>> {
  const { workspaceId, programId } = input
  const program = await findProgram(db, workspaceId, programId)
  if (!program || !isLeadOf(input, programId)) return refuse('message_out_of_date')
  const { name } = program
  const isDraft = draftOnly(program)
  if (!isDraft.ok) return isDraft
  const count = (await acceptedContacts(db, workspaceId)).length
  if (count < LEAST_CONTACTS) return refuse('too_few_contacts', { name, count })
  if (program.joinBy < localDate(now, program.tz)) return refuse('program_dates', { why: 'join_over', name })
  const invited = program.isPrivate ? 0 : eligible(program, await members(db, workspaceId)).length
  return done({ program, invited, hasSecondLead: (await leadsOf(db, workspaceId, programId)).length > 1 })
}

/** Opens a draft: from now on people can join, and those eligible are invited. Twice opens it once. */
export async function openProgram(
  deps: Deps,
  input: AboutProgram,
  invite: Invite,
  now: Date,
): Promise<Result<Opening>> {
  const { workspaceId, by, programId } = input
  const result = await transaction(deps.db, async (trx): Promise<Result<Opening>> => {
    await lockWorkspace(trx, workspaceId)
    const ready = await readyToOpen(trx, input, now)
    if (!ready.ok) return ready
    const program = await markOpen(trx, workspaceId, programId, now)
    if (!program) return refuse('program_already_open', { name: ready.value.program.name })
    const invited = await invite(trx, workspaceId, program, now)
    const detail = { invited }
    await recordAct(trx, workspaceId, { actorId: by, verb: 'program.open', subject: String(programId), detail }, now)
    return done({ ...ready.value, program, invited })
  })
  if (result.ok) deps.wake()
  return result
}
