import { enqueue } from '../delivery/store.ts'
import { members } from '../people/store.ts'
import type { OnPeopleChanged } from '../people/sync.ts'
import { CONTACT_LEFT, contactDue, NO_LEAD_LEFT, tellContacts } from './contact-dues.ts'
import { contactsAmong } from './contact-store.ts'
import { leads, leadsAmong } from './lead-store.ts'

/**
 * A contact who leaves the company is reported at once to the workspace's leads and the other contacts; when the last
 * lead of the workspace leaves, Slack's owners and admins are told that they can appoint another.
 */
export const tellWhoLeft: OnPeopleChanged = async (trx, workspaceId, { left }, now) => {
  if (left.length === 0) return
  const workspaceLeads = (await leads(trx, workspaceId)).filter((lead) => lead.programId === null)
  for (const contactId of await contactsAmong(trx, workspaceId, left)) {
    const dues = workspaceLeads.map(({ personId }) =>
      contactDue(workspaceId, CONTACT_LEFT, String(contactId), personId, now),
    )
    await enqueue(trx, dues, now)
    await tellContacts(trx, workspaceId, `${contactId}:left`, now)
  }
  const [gone] = await leadsAmong(trx, workspaceId, left)
  if (gone === undefined || workspaceLeads.length > 0) return
  const admins = (await members(trx, workspaceId)).filter((person) => person.isAdmin)
  await enqueue(
    trx,
    admins.map(({ id }) => contactDue(workspaceId, NO_LEAD_LEFT, gone, id, now)),
    now,
  )
}
