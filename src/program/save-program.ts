import { createHash } from 'node:crypto'
import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Db, Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { enqueue } from '../delivery/store.ts'
import { localDate } from '../delivery/working-time.ts'
import { recordAct } from '../people/audit-store.ts'
import { isMember } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import type { Standing } from '../slack/listener.ts'
import { checkDraft, draftDays } from './check-draft.ts'
import { findCurriculum, topicKeys } from './curricula/curricula.ts'
import { draftOnly } from './draft-only.ts'
import type { ProgramDraft } from './draft.ts'
import { welcome } from './lead-change.ts'
import { addLead } from './lead-store.ts'
import { clearTopics, insertProgram, insertTopics, updateProgram } from './program-store.ts'
import { isLeadOf } from './program-to-lead.ts'
import type { Program } from './program.ts'
import { findProgram, lockWorkspace, programByName } from './store.ts'

export interface SaveProgram {
  readonly workspaceId: string
  readonly by: string
  readonly standing: Standing
  /** null makes a new one */
  readonly programId: number | null
  readonly draft: ProgramDraft
}

/**
 * Whether a draft could be saved as it stands.
 * @returns the draft, or what is in its way, beside its field
 */
export async function readyToSave(db: Db, input: SaveProgram, now: Date): Promise<Result<ProgramDraft>> {
  const { workspaceId, by, draft, programId } = input
  const creator = await findPerson(db, workspaceId, by)
  const before = programId === null ? undefined : await findProgram(db, workspaceId, programId)
  if (!creator || (programId !== null && !(before && isLeadOf(input, programId)))) return refuse('form_out_of_date')
  const unchanged = before && draftOnly(before)
  if (unchanged && !unchanged.ok) return unchanged
  const named = await programByName(db, workspaceId, draft.name)
  if (named && named.id !== programId) return refuse('program_name_taken', { name: draft.name }, 'name')
  const second = draft.secondLead === '' ? undefined : await findPerson(db, workspaceId, draft.secondLead)
  if (draft.secondLead !== '' && !(second && isMember(second))) {
    return refuse('not_a_person', { who: second?.name ?? '' }, 'second_lead')
  }
  return checkDraft(draft, localDate(now, before?.tz ?? creator.tz))
}

/** Saves a program as a draft, which leads alone see; its creator leads it, and so does the second lead. */
export async function saveProgram(deps: Deps, input: SaveProgram, now: Date): Promise<Result<Program>> {
  const { workspaceId, by } = input
  const result = await transaction(deps.db, async (trx): Promise<Result<Program>> => {
    await lockWorkspace(trx, workspaceId)
    const ready = await readyToSave(trx, input, now)
    if (!ready.ok) return ready
    const program = await write(trx, input, ready.value, now)
    if (!program) return refuse('program_name_taken', { name: ready.value.name }, 'name')
    const curriculum = findCurriculum(program.curriculum)
    await clearTopics(trx, workspaceId, program.id)
    await insertTopics(trx, workspaceId, program.id, curriculum ? topicKeys(curriculum) : [])
    await appoint(trx, input, program, now)
    const verb = input.programId === null ? 'program.create' : 'program.change'
    await recordAct(trx, workspaceId, { actorId: by, verb, subject: String(program.id) }, now)
    return done(program)
  })
  if (result.ok) deps.wake()
  return result
}

async function write(trx: Db, input: SaveProgram, draft: ProgramDraft, now: Date): Promise<Program | undefined> {
  const { workspaceId, by, programId } = input
  const { roundOn } = draftDays(draft)
  if (programId !== null) return updateProgram(trx, workspaceId, programId, draft, roundOn)
  const tz = (await findPerson(trx, workspaceId, by))?.tz ?? 'UTC'
  const seed = seedOf(`${workspaceId}/${draft.name}/${now.toISOString()}`)
  return insertProgram(trx, workspaceId, { draft, tz, by, seed, roundOn }, now)
}

/** Every draw of a program starts here; the same program made at the same instant draws the same. */
const seedOf = (identity: string): number => createHash('sha256').update(identity).digest().readInt32BE(0)

async function appoint(trx: Db, { workspaceId, by, draft }: SaveProgram, program: Program, now: Date): Promise<void> {
  const from = { personId: by, at: now }
  await addLead(trx, workspaceId, { personId: program.createdBy, programId: program.id }, from)
  if (draft.secondLead === '') return
  const isNew = await addLead(trx, workspaceId, { personId: draft.secondLead, programId: program.id }, from)
  if (isNew) await enqueue(trx, [welcome(workspaceId, draft.secondLead, program.id, now)], now)
}
