import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { recordAct } from '../people/audit-store.ts'
import { tellContacts } from './contact-dues.ts'
import { acceptedContacts, contacts, removeContact as deleteContact } from './contact-store.ts'
import { lockWorkspace } from './store.ts'

/** Takes a contact off the list. @returns its label, and how many accepted ones remain */
export async function removeContact(
  deps: Deps,
  input: { readonly workspaceId: string; readonly by: string; readonly contactId: number },
  now: Date,
): Promise<Result<{ readonly label: string; readonly remaining: number }>> {
  const { workspaceId, by, contactId } = input
  const result = await transaction(deps.db, async (trx) => {
    await lockWorkspace(trx, workspaceId)
    const contact = (await contacts(trx, workspaceId)).find((c) => c.id === contactId)
    if (!contact || !(await deleteContact(trx, workspaceId, contactId))) return refuse('not_a_contact', { who: '' })
    await recordAct(trx, workspaceId, { actorId: by, verb: 'contact.remove', subject: String(contactId) }, now)
    if (contact.state === 'accepted') await tellContacts(trx, workspaceId, `${contactId}:removed`, now)
    return done({ label: contact.label, remaining: (await acceptedContacts(trx, workspaceId)).length })
  })
  if (result.ok) deps.wake()
  return result
}
