import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { enqueue } from '../delivery/store.ts'
import { recordAct } from '../people/audit-store.ts'
import { isMember } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import { type Led, type LeadChange, welcome, whatMayBeLed } from './lead-change.ts'
import { addLead } from './lead-store.ts'
import { lockWorkspace } from './store.ts'

/**
 * Makes somebody a lead. Slack's owners and admins appoint the first of the workspace; after that leads appoint others:
 * those of the workspace for everything, those of a program for it.
 */
export async function appointLead(deps: Deps, input: LeadChange, now: Date): Promise<Result<Led>> {
  const { workspaceId, by, personId } = input
  const result = await transaction(deps.db, async (trx): Promise<Result<Led>> => {
    await lockWorkspace(trx, workspaceId)
    const led = await whatMayBeLed(trx, input)
    if (!led.ok) return led
    const person = await findPerson(trx, workspaceId, personId)
    if (!person) return refuse('person_not_found')
    if (!isMember(person)) return refuse('not_a_person', { who: person.name })
    const programId = led.value?.id ?? null
    if (!(await addLead(trx, workspaceId, { personId, programId }, { personId: by, at: now }))) {
      return refuse('already_lead', { who: person.name })
    }
    await recordAct(trx, workspaceId, { actorId: by, verb: 'lead.add', subject: personId, detail: { programId } }, now)
    await enqueue(trx, [welcome(workspaceId, personId, programId, now)], now)
    return done({ person, program: led.value })
  })
  if (result.ok) deps.wake()
  return result
}
