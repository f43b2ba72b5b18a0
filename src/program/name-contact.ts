import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { enqueue } from '../delivery/store.ts'
import { recordAct } from '../people/audit-store.ts'
import { isMember } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import { CONTACT_ASK, contactDue, tellContacts } from './contact-dues.ts'
import { addContact } from './contact-store.ts'
import { lockWorkspace } from './store.ts'

export interface NamedContact {
  readonly workspaceId: string
  readonly by: string
  /** '' for a line outside Slack */
  readonly personId: string
  readonly label: string
  readonly phone: string
  readonly link: string
}

/**
 * Names somebody, or a line outside Slack, to whom concerns can go. A person is asked and counts once they accept; a
 * line counts at once.
 * @returns what it is called now
 */
export async function nameContact(deps: Deps, input: NamedContact, now: Date): Promise<Result<string>> {
  const { workspaceId, by } = input
  const isLine = input.personId === ''
  if (isLine && (input.label === '' || input.phone + input.link === ''))
    return refuse('contact_incomplete', {}, 'person')
  if (input.link !== '' && !isWebAddress(input.link)) return refuse('contact_link', {}, 'link')
  const result = await transaction(deps.db, async (trx): Promise<Result<string>> => {
    await lockWorkspace(trx, workspaceId)
    const person = isLine ? undefined : await findPerson(trx, workspaceId, input.personId)
    if (!isLine && !(person && isMember(person))) return refuse('not_a_person', { who: person?.name ?? '' }, 'person')
    const label = person?.name ?? input.label
    const contact = { personId: person?.id ?? null, label, phone: input.phone || null, link: input.link || null }
    const id = await addContact(trx, workspaceId, contact, { personId: by, at: now })
    if (id === undefined) return refuse('contact_already', { who: label }, 'person')
    await recordAct(trx, workspaceId, { actorId: by, verb: 'contact.name', subject: String(id) }, now)
    if (person) await enqueue(trx, [contactDue(workspaceId, CONTACT_ASK, String(id), person.id, now)], now)
    else await tellContacts(trx, workspaceId, `${id}:named`, now)
    return done(label)
  })
  if (result.ok) deps.wake()
  return result
}

const isWebAddress = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === 'https:'
