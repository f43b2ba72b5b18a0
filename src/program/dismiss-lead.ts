import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { recordAct } from '../people/audit-store.ts'
import { findPerson } from '../people/store.ts'
import { type Led, type LeadChange, whatMayBeLed } from './lead-change.ts'
import { leads, removeLead } from './lead-store.ts'
import { lockWorkspace } from './store.ts'

/** Ends somebody's lead. The last lead of the workspace stays. */
export async function dismissLead(deps: Deps, input: LeadChange, now: Date): Promise<Result<Led>> {
  const { workspaceId, by, personId } = input
  return transaction(deps.db, async (trx): Promise<Result<Led>> => {
    await lockWorkspace(trx, workspaceId)
    const led = await whatMayBeLed(trx, input)
    if (!led.ok) return led
    const person = await findPerson(trx, workspaceId, personId)
    if (!person) return refuse('person_not_found')
    const programId = led.value?.id ?? null
    const others = (await leads(trx, workspaceId)).filter((l) => l.programId === null && l.personId !== personId)
    if (programId === null && others.length === 0) return refuse('last_lead')
    if (!(await removeLead(trx, workspaceId, { personId, programId })))
      return refuse('not_a_lead', { who: person.name })
    await recordAct(
      trx,
      workspaceId,
      { actorId: by, verb: 'lead.remove', subject: personId, detail: { programId } },
      now,
    )
    return done({ person, program: led.value })
  })
}
