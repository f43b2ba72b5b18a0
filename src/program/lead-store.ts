import { sql } from 'kysely'
import type { ReadLeads } from '../copy/read-leads.ts'
import type { Db } from '../database/deps.ts'
import { firstName } from '../people/person.ts'
import type { Standing } from '../slack/listener.ts'

/** Somebody who leads, as the table has it; `programId` null leads the whole workspace. */
export interface Lead {
  readonly personId: string
  readonly programId: number | null
}

/** Everybody who leads anything here and is still in the company, in the order they were added. */
export async function leads(db: Db, workspaceId: string): Promise<Lead[]> {
  const rows = await presentLeads(db, workspaceId)
    .select(['lead.person_id', 'lead.program_id'])
    .orderBy('lead.lead_id')
    .execute()
  return rows.map((row) => ({ personId: row.person_id, programId: row.program_id }))
}

/** Who gets what a program's leads get: its own leads first, then those of the workspace, each once. */
export async function leadsOf(db: Db, workspaceId: string, programId: number): Promise<string[]> {
  const all = await leads(db, workspaceId)
  const own = all.filter((lead) => lead.programId === programId)
  const workspace = all.filter((lead) => lead.programId === null)
  return [...new Set([...own, ...workspace].map((lead) => lead.personId))]
}

/** First name of whom to ask about a program; null where nobody leads it any more. */
export async function leadName(db: Db, workspaceId: string, programId: number): Promise<string | null> {
  const row = await presentLeads(db, workspaceId)
    .select('person.name')
    .where((eb) => eb.or([eb('lead.program_id', '=', programId), eb('lead.program_id', 'is', null)]))
    .orderBy('lead.program_id', (o) => o.asc().nullsLast())
    .orderBy('lead.lead_id')
    .limit(1)
    .executeTakeFirst()
  return row ? firstName(row.name) : null
}

/** First names of all who lead a program, by id: its own first, each once. */
export async function leadNames(db: Db, workspaceId: string, programId: number): Promise<ReadonlyMap<string, string>> {
  const rows = await presentLeads(db, workspaceId)
    .select(['lead.person_id', 'person.name'])
    .where((eb) => eb.or([eb('lead.program_id', '=', programId), eb('lead.program_id', 'is', null)]))
    .orderBy('lead.program_id', (o) => o.asc().nullsLast())
    .orderBy('lead.lead_id')
    .execute()
  return new Map(rows.map((row) => [row.person_id, firstName(row.name)]))
}

/** Those leads as that person reads of them. */
export const readBy = (names: ReadonlyMap<string, string>, reader: string): ReadLeads => ({
  others: [...names].flatMap(([id, name]) => (id === reader ? [] : [name])),
  isReader: names.has(reader),
})

/** First names of all who lead a program, as that person reads of them. */
export const leadsReadBy = async (db: Db, workspaceId: string, programId: number, reader: string): Promise<ReadLeads> =>
  readBy(await leadNames(db, workspaceId, programId), reader)

/** First name of somebody who leads the workspace, for "give Dana this code"; null before the first lead. */
export async function leadToAsk(db: Db, workspaceId: string): Promise<string | null> {
  const row = await presentLeads(db, workspaceId)
    .select('person.name')
    .where('lead.program_id', 'is', null)
    .orderBy('lead.lead_id')
    .limit(1)
    .executeTakeFirst()
  return row ? firstName(row.name) : null
}

/** What that person may do here, read anew each time: an ex-lead or a deactivated account loses it with the next click. */
export async function standingOf(db: Db, workspaceId: string, userId: string): Promise<Standing> {
  const { rows } = await sql<{ is_member: boolean; is_admin: boolean; is_set_up: boolean; leads: (number | null)[] }>`
    select coalesce(person.left_at is null and not person.is_bot and not person.is_guest, false) as is_member,
      coalesce(person.is_admin, false) as is_admin,
      array(select program_id from lead where lead.workspace_id = person.workspace_id
        and lead.person_id = person.person_id order by program_id) as leads,
      exists (select 1 from lead join person as here using (workspace_id, person_id)
        where lead.workspace_id = ${workspaceId} and lead.program_id is null and here.left_at is null) as is_set_up
    from (select 1) as asked
      left join person on person.workspace_id = ${workspaceId} and person.person_id = ${userId}`.execute(db)
  const found = rows[0]
  if (!found?.is_member) {
    return { ...NO_STANDING, isSetUp: found?.is_set_up ?? false }
  }
  return {
    isMember: true,
    isSlackAdmin: found.is_admin,
    isWorkspaceLead: found.leads.includes(null),
    leads: found.leads.filter((id) => id !== null),
    isSetUp: found.is_set_up,
  }
}

const NO_STANDING = { isMember: false, isSlackAdmin: false, isWorkspaceLead: false, leads: [] } as const

const presentLeads = (db: Db, workspaceId: string) =>
  db
    .selectFrom('lead')
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'lead.workspace_id')
        .onRef('person.person_id', '=', 'lead.person_id')
        .on('person.left_at', 'is', null),
    )
    .where('lead.workspace_id', '=', workspaceId)

/** Makes somebody a lead. @returns false where they are one already */
export async function addLead(
  db: Db,
  workspaceId: string,
  lead: Lead,
  by: { readonly personId: string; readonly at: Date },
): Promise<boolean> {
  const row = await db
    .insertInto('lead')
    .values({
      workspace_id: workspaceId,
      person_id: lead.personId,
      program_id: lead.programId,
      added_by: by.personId,
      added_at: by.at,
      paused_until: null,
    })
    .onConflict((c) => c.doNothing())
    .returning('lead_id')
    .executeTakeFirst()
  return row !== undefined
}

/** @returns false where that person led nothing of the kind */
export async function removeLead(db: Db, workspaceId: string, { personId, programId }: Lead): Promise<boolean> {
  const removed = await db
    .deleteFrom('lead')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('program_id', programId === null ? 'is' : '=', programId)
    .executeTakeFirst()
  return removed.numDeletedRows > 0n
}

/** Leads of the workspace who are among those people; also where they have left. */
export async function leadsAmong(db: Db, workspaceId: string, people: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('lead')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', 'is', null)
    .where('person_id', 'in', people)
    .execute()
  return rows.map((row) => row.person_id)
}
