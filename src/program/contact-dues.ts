import type { Db } from '../database/deps.ts'
import type { Due } from '../delivery/delivery.ts'
import { enqueue } from '../delivery/store.ts'
import { acceptedContacts } from './contact-store.ts'

/** Asks somebody to be a contact. */
export const CONTACT_ASK = 'contact-ask'
/** Tells who named a contact how they answered. */
export const CONTACT_ANSWERED = 'contact-answered'
/** Tells the contacts who they are now. */
export const CONTACTS_CHANGED = 'contacts-changed'

/** Tells the workspace's leads that a contact has left the company. */
export const CONTACT_LEFT = 'contact-left'
/** Tells Slack's owners and admins that nobody leads the programs any more. */
export const NO_LEAD_LEFT = 'no-lead-left'

/** Every contact reads of a change; whoever made it knows already. */
export async function tellContacts(
  trx: Db,
  workspaceId: string,
  change: string,
  now: Date,
  except = '',
): Promise<void> {
  const all = await acceptedContacts(trx, workspaceId)
  const people = all.flatMap((contact) => (contact.personId && contact.personId !== except ? [contact.personId] : []))
  await enqueue(
    trx,
    people.map((id) => contactDue(workspaceId, CONTACTS_CHANGED, change, id, now)),
    now,
  )
}

/** Something for a contact, or about one, from now on. */
export const contactDue = (workspaceId: string, kind: string, subject: string, recipient: string, now: Date): Due => ({
  workspaceId,
  kind,
  subject,
  cycleOn: now.toISOString().slice(0, 10),
  recipient,
  dueAt: now,
})
