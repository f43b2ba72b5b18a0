import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import type { Column } from './csv/columns.ts'
import { decode } from './csv/decode.ts'
import { type DraftReading, readDraft } from './import-step.ts'
import { changeDraft, type ImportDraft, keepDraft, lockDraft } from './import-store.ts'
import type { SlackDirectory } from './slack-directory.ts'
import { emailKey, emailOf } from './slack-user.ts'

/** What to show next: faults, a question about the file, or what would change. */
export type ImportStep =
  | Extract<DraftReading, { is: 'faulty' }>
  | (Exclude<DraftReading, { is: 'faulty' | 'without-emails' }> & { readonly importId: number })

/**
 * Reads a file and keeps it until it is applied; nothing about anybody changes yet.
 * @param directory asked only where e-mails stand in the file
 */
export async function prepareImport(
  deps: Deps,
  directory: SlackDirectory,
  input: { readonly workspaceId: string; readonly by: string; readonly bytes: Uint8Array },
  now: Date,
): Promise<Result<ImportStep>> {
  const { workspaceId, by } = input
  const decoded = decode(input.bytes)
  if ('fault' in decoded) return done({ is: 'faulty', faults: [decoded.fault] })
  const draft: ImportDraft = { text: decoded.text, mapping: {}, levelOrder: null, emails: null }
  const resolved = await withEmails(deps, directory, workspaceId, draft)
  if (!resolved.ok) return resolved
  const { reading } = resolved.value
  if (reading.is === 'faulty') return done(reading)
  const importId = await transaction(deps.db, (trx) =>
    keepDraft(trx, deps.cipher, workspaceId, by, resolved.value.draft, now),
  )
  return done({ ...reading, importId })
}

/** Takes the lead's answer about the columns, or about the order of the levels, and reads on. */
export async function continueImport(
  deps: Deps,
  directory: SlackDirectory,
  input: {
    readonly workspaceId: string
    readonly by: string
    readonly importId: number
    readonly mapping?: Readonly<Partial<Record<Column, string>>>
    readonly levelOrder?: readonly string[]
  },
): Promise<Result<ImportStep>> {
  const { workspaceId, by, importId, mapping, levelOrder } = input
  const draft = await transaction(deps.db, (trx) => lockDraft(trx, deps.cipher, workspaceId, importId, by))
  if (!draft) return refuse('form_out_of_date')
  const answered = { ...draft, ...(mapping && { mapping }), ...(levelOrder && { levelOrder }) }
  const resolved = await withEmails(deps, directory, workspaceId, answered)
  if (!resolved.ok) return resolved
  const { reading } = resolved.value
  if (reading.is === 'faulty') return done(reading)
  await changeDraft(deps.db, deps.cipher, workspaceId, importId, resolved.value.draft)
  return done({ ...reading, importId })
}

/** Asks Slack for e-mails where a file names people by them, once. */
async function withEmails(
  deps: Deps,
  directory: SlackDirectory,
  workspaceId: string,
  draft: ImportDraft,
): Promise<Result<{ readonly draft: ImportDraft; readonly reading: Exclude<DraftReading, { is: 'without-emails' }> }>> {
  const reading = await readDraft(deps.db, workspaceId, draft)
  if (reading.is !== 'without-emails') return done({ draft, reading })
  const found = (await directory.listUsers()).map((user) => [emailOf(user), userId(user)] as const)
  if (found.every(([email]) => email === '')) return refuse('scope_missing', { scope: 'users:read.email' })
  const text = emailKey(draft.text)
  const emails = Object.fromEntries(found.filter(([email]) => email !== '' && text.includes(email)))
  return withEmails(deps, directory, workspaceId, { ...draft, emails })
}

const userId = (user: unknown): string =>
  typeof user === 'object' && user !== null && 'id' in user && typeof user.id === 'string' ? user.id : ''
