import type { Db } from '../database/deps.ts'
import { nameKey } from './name-key.ts'
import { isDeclaredRule } from './attribute-rule.ts'
import type { DraftAttribute, ProgramDraft } from './draft.ts'
import type { Program } from './program.ts'
import { toProgram } from './store.ts'

export interface NewProgram {
  readonly draft: ProgramDraft
  readonly tz: string
  readonly by: string
  readonly seed: number
  readonly roundOn: string
}

/** Writes a draft. @returns undefined where a program of that name is here already */
export async function insertProgram(
  db: Db,
  workspaceId: string,
  { draft, tz, by, seed, roundOn }: NewProgram,
  now: Date,
): Promise<Program | undefined> {
  const row = await db
    .insertInto('program')
    .values({
      workspace_id: workspaceId,
      state: 'draft',
      tz,
      created_by: by,
      created_at: now,
      opened_at: null,
      closed_at: null,
      ends_on: null,
      seed,
      ...columnsOf(draft, roundOn),
    })
    .onConflict((c) => c.columns(['workspace_id', 'name_key']).doNothing())
    .returningAll()
    .executeTakeFirst()
  return row && toProgram(row)
}

/** Changes a draft. @returns undefined where it is a draft no more */
export async function updateProgram(
  db: Db,
  workspaceId: string,
  programId: number,
  draft: ProgramDraft,
  roundOn: string,
): Promise<Program | undefined> {
  const row = await db
    .updateTable('program')
    .set(columnsOf(draft, roundOn))
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('state', '=', 'draft')
    .returningAll()
    .executeTakeFirst()
  return row && toProgram(row)
}

/** A program's topics are about to be written anew. */
export async function clearTopics(db: Db, workspaceId: string, programId: number): Promise<void> {
  await db.deleteFrom('topic').where('workspace_id', '=', workspaceId).where('program_id', '=', programId).execute()
}

/** Writes a program's topics, in that order. */
export async function insertTopics(
  db: Db,
  workspaceId: string,
  programId: number,
  keys: readonly string[],
): Promise<void> {
  const rows = keys.map((topic_key, i) => ({
    workspace_id: workspaceId,
    program_id: programId,
    position: i + 1,
    topic_key,
  }))
  await db.insertInto('topic').values(rows).execute()
}

/** What the program asks people for its pairing; null where it asks nothing. */
export async function attributeOf(db: Db, workspaceId: string, programId: number): Promise<DraftAttribute | null> {
  const row = await db
    .selectFrom('program')
    .select('attribute')
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .executeTakeFirst()
  const question = (row?.attribute ?? null) as DraftAttribute | null // columnsOf writes it, nothing else does
  // a question of an earlier release decided nothing outside the kind whose rule it is
  return question && { ...question, rule: isDeclaredRule(question.rule) ? question.rule : 'differs' }
}

const columnsOf = (draft: ProgramDraft, roundOn: string) => ({
  name: draft.name,
  name_key: nameKey(draft.name),
  kind: draft.kind,
  join_by: draft.joinBy,
  first_on: draft.firstOn,
  next_round_on: roundOn,
  cadence: draft.cadence,
  curriculum: draft.curriculum,
  invited: JSON.stringify(draft.invited),
  is_private: draft.isPrivate,
  sponsor: draft.sponsor,
  attribute: draft.attribute && JSON.stringify(draft.attribute),
  rules: JSON.stringify(draft.rules),
  holidays: [...draft.holidays],
  wants_reminders: draft.wantsReminders,
})
