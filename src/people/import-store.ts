import type { Refusal } from '../copy/refusal.ts'
import type { Cipher } from '../database/cipher.ts'
import type { Db } from '../database/deps.ts'
import type { Column } from './csv/columns.ts'
import type { Fault } from './csv/fault.ts'

/** A file somebody handed in, until it is applied or replaced by the next. */
export interface ImportDraft {
  readonly text: string
  readonly mapping: Readonly<Partial<Record<Column, string>>>
  readonly levelOrder: readonly string[] | null
  /** people by e-mail, as Slack knew them when the file came; null where no e-mail stands in it */
  readonly emails: Readonly<Record<string, string>> | null
  /** why it can go no further, where it cannot */
  readonly problem?: { readonly faults: readonly Fault[] } | { readonly refusal: Refusal }
}

export const emptyDraft: ImportDraft = { text: '', mapping: {}, levelOrder: null, emails: null }

const sealedAt = (workspaceId: string, importId: number) => ({
  table: 'people_import',
  row: `${workspaceId}/${importId}`,
})

/** Keeps a file, sealed; the same person's earlier ones that were never applied are forgotten. @returns its id */
export async function keepDraft(
  db: Db,
  cipher: Cipher,
  workspaceId: string,
  by: string,
  draft: ImportDraft,
  now: Date,
): Promise<number> {
  await db
    .deleteFrom('people_import')
    .where('workspace_id', '=', workspaceId)
    .where('made_by', '=', by)
    .where('applied_at', 'is', null)
    .execute()
  const { import_id } = await db
    .insertInto('people_import')
    .values({ workspace_id: workspaceId, made_by: by, made_at: now, sealed: Buffer.alloc(0), applied_at: null })
    .returning('import_id')
    .executeTakeFirstOrThrow()
  await changeDraft(db, cipher, workspaceId, import_id, draft)
  return import_id
}

export async function changeDraft(
  db: Db,
  cipher: Cipher,
  workspaceId: string,
  importId: number,
  draft: ImportDraft,
): Promise<void> {
  await db
    .updateTable('people_import')
    .set({ sealed: cipher.seal(JSON.stringify(draft), sealedAt(workspaceId, importId)) })
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', importId)
    .execute()
}

/** That person's file; undefined where it is somebody else's, applied, or gone. Locked until the transaction ends. */
export async function lockDraft(
  db: Db,
  cipher: Cipher,
  workspaceId: string,
  importId: number,
  by: string,
): Promise<ImportDraft | undefined> {
  const row = await db
    .selectFrom('people_import')
    .select('sealed')
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', importId)
    .where('made_by', '=', by)
    .where('applied_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && (JSON.parse(cipher.open(row.sealed, sealedAt(workspaceId, importId))) as ImportDraft) // keepDraft wrote it
}

/** The file that person sent last, where it is not applied. */
export async function newestDraft(db: Db, workspaceId: string, by: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('people_import')
    .select('import_id')
    .where('workspace_id', '=', workspaceId)
    .where('made_by', '=', by)
    .where('applied_at', 'is', null)
    .orderBy('import_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.import_id
}

/** Applied: what the file held is forgotten, that there was one is kept. */
export async function closeDraft(db: Db, workspaceId: string, importId: number, now: Date): Promise<void> {
  await db
    .updateTable('people_import')
    .set({ applied_at: now, sealed: Buffer.alloc(0) })
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', importId)
    .execute()
}

/** Files change people one after the other. */
export async function lockPeople(db: Db, workspaceId: string): Promise<void> {
  await db.selectFrom('workspace').select('workspace_id').where('workspace_id', '=', workspaceId).forUpdate().execute()
}

/** Files that nobody applied within a day are forgotten. */
export async function forgetDrafts(db: Db, workspaceId: string, before: Date): Promise<void> {
  await db
    .deleteFrom('people_import')
    .where('workspace_id', '=', workspaceId)
    .where('applied_at', 'is', null)
    .where('made_at', '<', before)
    .execute()
}
