import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { enqueue } from '../delivery/store.ts'
import { recordAct } from '../people/audit-store.ts'
import { CONTACT_ANSWERED, contactDue, tellContacts } from './contact-dues.ts'
import { answerContact as saveAnswer, contacts } from './contact-store.ts'
import { lockWorkspace } from './store.ts'

/** Takes the answer of somebody who was asked to be a contact; the second answer changes nothing. */
export async function answerContact(
  deps: Deps,
  input: { readonly workspaceId: string; readonly personId: string; readonly accepts: boolean },
  now: Date,
): Promise<Result<null>> {
  const { workspaceId, personId, accepts } = input
  const result = await transaction(deps.db, async (trx): Promise<Result<null>> => {
    await lockWorkspace(trx, workspaceId)
    const contact = (await contacts(trx, workspaceId)).find((c) => c.personId === personId)
    if (!contact) return refuse('message_out_of_date')
    if (!(await saveAnswer(trx, workspaceId, personId, accepts, now))) return refuse('already_answered')
    const verb = accepts ? 'contact.accept' : 'contact.decline'
    await recordAct(trx, workspaceId, { actorId: personId, verb, subject: String(contact.id) }, now)
    const told =
      contact.namedBy === personId
        ? []
        : [contactDue(workspaceId, CONTACT_ANSWERED, String(contact.id), contact.namedBy, now)]
    await enqueue(trx, told, now)
    if (accepts) await tellContacts(trx, workspaceId, `${contact.id}:accepted`, now, personId)
    return done(null)
  })
  if (result.ok) deps.wake()
  return result
}
