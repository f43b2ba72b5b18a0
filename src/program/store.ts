import type { Selectable } from 'kysely'
import type { Db } from '../database/deps.ts'
import type { DB } from '../database/schema.ts'
import { attributeRuleOf } from './attribute-rule.ts'
import { nameKey } from './name-key.ts'
import type { Invited, Program, ProgramRules } from './program.ts'

export { leadName, leadsOf, leadToAsk, standingOf } from './lead-store.ts'

/** That program; undefined where there is none. */
export async function findProgram(db: Db, workspaceId: string, programId: number): Promise<Program | undefined> {
  const row = await db
    .selectFrom('program')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .executeTakeFirst()
  return row && toProgram(row)
}

/** All programs of the workspace, drafts and private ones too, the oldest first. */
export async function programsOf(db: Db, workspaceId: string): Promise<Program[]> {
  const rows = await db
    .selectFrom('program')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('program_id')
    .execute()
  return rows.map(toProgram)
}

/** The program of that name; case, width and spaces do not matter. Says nothing about who may know of it. */
export async function programByName(db: Db, workspaceId: string, words: string): Promise<Program | undefined> {
  const row = await db
    .selectFrom('program')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('name_key', '=', nameKey(words))
    .executeTakeFirst()
  return row && toProgram(row)
}

/** Keys of a program's topics, in their order. */
export async function topicsOf(db: Db, workspaceId: string, programId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('topic')
    .select('topic_key')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.topic_key)
}

/** A row as the rest of the app knows it. */
export const toProgram = (row: Selectable<DB['program']>): Program => ({
  id: row.program_id,
  name: row.name,
  kind: row.kind,
  state: row.state,
  tz: row.tz,
  createdBy: row.created_by,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  joinBy: row.join_by,
  firstOn: row.first_on,
  endsOn: row.ends_on,
  nextRoundOn: row.next_round_on,
  cadence: row.cadence,
  curriculum: row.curriculum,
  invited: row.invited as Invited, // createProgram writes an Invited there, nothing else does
  isPrivate: row.is_private,
  sponsor: row.sponsor,
  rules: row.rules as ProgramRules, // createProgram writes ProgramRules there, nothing else does
  attributeRule: attributeRuleOf(row.kind, row.attribute),
  holidays: row.holidays,
  wantsReminders: row.wants_reminders,
  seed: row.seed,
})

/** Leads, contacts and states change one after the other. */
export async function lockWorkspace(db: Db, workspaceId: string): Promise<void> {
  await db.selectFrom('workspace').select('workspace_id').where('workspace_id', '=', workspaceId).forUpdate().execute()
}
