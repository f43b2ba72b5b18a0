import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'

/** Somebody, or some line, to whom a concern can go. */
export interface Contact {
  readonly id: number
  /** null for a line outside Slack */
  readonly personId: string | null
  /** the person's name, or what the line is called */
  readonly label: string
  readonly phone: string | null
  readonly link: string | null
  /** an outside line counts from the moment it is named; a person once they said yes */
  readonly state: 'asked' | 'accepted' | 'declined'
  readonly namedBy: string
}

/** All contacts of the workspace in the order they were named; people who left the company are not among them. */
export async function contacts(db: Db, workspaceId: string): Promise<Contact[]> {
  const rows = await db
    .selectFrom('contact')
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'contact.workspace_id')
        .onRef('person.person_id', '=', 'contact.person_id'),
    )
    .select([
      'contact.contact_id as id',
      'contact.person_id as personId',
      sql<string>`coalesce(person.name, contact.label)`.as('label'),
      'contact.phone',
      'contact.link',
      'contact.named_by as namedBy',
      'contact.accepted_at',
      'contact.declined_at',
    ])
    .where('contact.workspace_id', '=', workspaceId)
    .where('person.left_at', 'is', null)
    .orderBy('contact.contact_id')
    .execute()
  return rows.map(({ accepted_at, declined_at, ...row }) => ({
    ...row,
    state: accepted_at ? 'accepted' : declined_at ? 'declined' : 'asked',
  }))
}

/** Those to whom a concern can go today; with fewer than two no program opens and nobody joins. */
export const acceptedContacts = async (db: Db, workspaceId: string): Promise<Contact[]> =>
  (await contacts(db, workspaceId)).filter((contact) => contact.state === 'accepted')

/** Contacts, accepted ones, who are among those people; also where they have left. */
export async function contactsAmong(db: Db, workspaceId: string, people: readonly string[]): Promise<number[]> {
  const rows = await db
    .selectFrom('contact')
    .select('contact_id')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', 'in', people)
    .where('accepted_at', 'is not', null)
    .orderBy('contact_id')
    .execute()
  return rows.map((row) => row.contact_id)
}

/** What a contact is called, also one who has left the company. */
export async function contactLabel(db: Db, workspaceId: string, contactId: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('contact')
    .select('label')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .executeTakeFirst()
  return row?.label
}

export interface NewContact {
  readonly personId: string | null
  readonly label: string
  readonly phone: string | null
  readonly link: string | null
}

/**
 * Names a contact; a person who had declined is asked again.
 * @returns the id; undefined where that person is a contact, or has been asked, already
 */
export async function addContact(
  db: Db,
  workspaceId: string,
  contact: NewContact,
  by: { readonly personId: string; readonly at: Date },
): Promise<number | undefined> {
  const isLine = contact.personId === null
  const row = await db
    .insertInto('contact')
    .values({
      workspace_id: workspaceId,
      person_id: contact.personId,
      label: contact.label,
      phone: contact.phone,
      link: contact.link,
      named_by: by.personId,
      named_at: by.at,
      accepted_at: isLine ? by.at : null,
    })
    .onConflict((c) =>
      c
        .columns(['workspace_id', 'person_id'])
        .doUpdateSet({ named_by: by.personId, named_at: by.at, declined_at: null })
        .where('contact.declined_at', 'is not', null),
    )
    .returning('contact_id')
    .executeTakeFirst()
  return row?.contact_id
}

/** Takes a person's answer. @returns false where nothing was asked, or it was answered before */
export async function answerContact(
  db: Db,
  workspaceId: string,
  personId: string,
  accepts: boolean,
  now: Date,
): Promise<boolean> {
  const changed = await db
    .updateTable('contact')
    .set(accepts ? { accepted_at: now } : { declined_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .where('declined_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** @returns false where there was no such contact */
export async function removeContact(db: Db, workspaceId: string, contactId: number): Promise<boolean> {
  const removed = await db
    .deleteFrom('contact')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .executeTakeFirst()
  return removed.numDeletedRows > 0n
}
