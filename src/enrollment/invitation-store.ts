import { sql } from 'kysely'
import type { Db } from '../database/deps.ts'

/** What every invitation of a program has in common. */
export interface InvitationKey {
  readonly workspaceId: string
  readonly programId: number
}

/**
 * Who may still be written to about that program: neither in it, nor in it before, nor said "not this year", nor
 * invited to that round. Members of the workspace only; ids in order.
 * @param roundOn the day that names the round, as in the deliveries
 */
export async function notInvitedYet(
  db: Db,
  { workspaceId, programId }: InvitationKey,
  roundOn: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('person as p')
    .select('p.person_id')
    .where('p.workspace_id', '=', workspaceId)
    .where('p.left_at', 'is', null)
    .where('p.is_bot', '=', false)
    .where('p.is_guest', '=', false)
    .where(
      sql<boolean>`not exists (select 1 from enrollment e
        where e.workspace_id = p.workspace_id and e.program_id = ${programId} and e.person_id = p.person_id)`,
    )
    .where(
      sql<boolean>`not exists (select 1 from invitation i where i.workspace_id = p.workspace_id
        and i.program_id = ${programId} and i.person_id = p.person_id and i.declined_at is not null)`,
    )
    .where(
      sql<boolean>`not exists (select 1 from delivery d where d.workspace_id = p.workspace_id
        and d.kind = 'invitation' and d.subject = ${String(programId)} and d.cycle_on = ${roundOn}::date
        and d.recipient = p.person_id)`,
    )
    .orderBy(sql`p.person_id collate "C"`)
    .execute()
  return rows.map((row) => row.person_id)
}

/** Of those, who was never invited to that program before. */
export async function neverInvited(
  db: Db,
  { workspaceId, programId }: InvitationKey,
  personIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('invitation')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where(sql<boolean>`person_id = any(${[...personIds]}::text[])`)
    .execute()
  const before = new Set(rows.map((row) => row.person_id))
  return personIds.filter((id) => !before.has(id))
}

/** Remembers that they were invited; the day of the first time stays. */
export async function rememberInvited(
  db: Db,
  { workspaceId, programId }: InvitationKey,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  if (personIds.length === 0) return
  await db
    .insertInto('invitation')
    .columns(['workspace_id', 'program_id', 'person_id', 'invited_at'])
    .expression((eb) =>
      eb
        .selectFrom(sql<{ id: string }>`unnest(${[...personIds]}::text[])`.as<'invitee'>(sql`invitee(id)`))
        .select([
          sql<string>`${workspaceId}`.as('workspace_id'),
          sql<number>`${programId}::integer`.as('program_id'),
          'invitee.id as person_id',
          sql<Date>`${now}::timestamptz`.as('invited_at'),
        ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Remembers "not this year"; nobody else reads it. @returns false where they were never invited */
export async function rememberDeclined(
  db: Db,
  { workspaceId, programId }: InvitationKey,
  personId: string,
  now: Date,
): Promise<boolean> {
  const row = await db
    .updateTable('invitation')
    .set({ declined_at: sql`coalesce(declined_at, ${now})` })
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('person_id', '=', personId)
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether that person said "not this year". */
export async function hasDeclined(
  db: Db,
  { workspaceId, programId }: InvitationKey,
  personId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('invitation')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('person_id', '=', personId)
    .where('declined_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

const markName = (programId: number) => `newcomers/${programId}`

/** The round for which newcomers were looked for last, per program. */
export async function newcomersInvitedFor(db: Db, workspaceId: string): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('heartbeat')
    .select(['name', 'note'])
    .where('workspace_id', '=', workspaceId)
    .where('name', 'like', 'newcomers/%')
    .execute()
  return new Map(rows.map((row) => [Number(row.name.slice('newcomers/'.length)), row.note ?? '']))
}

/** Newcomers have been looked for, for that round. */
export async function markNewcomersInvited(
  db: Db,
  { workspaceId, programId }: InvitationKey,
  roundOn: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('heartbeat')
    .values({ workspace_id: workspaceId, name: markName(programId), at: now, note: roundOn })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doUpdateSet({ at: now, note: roundOn }))
    .execute()
}
