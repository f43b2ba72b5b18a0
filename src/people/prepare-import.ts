import { done, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import type { Column } from './csv/columns.ts'
import { decode } from './csv/decode.ts'
import { type DraftReading, readDraft } from './import-step.ts'
import { changeDraft, emptyDraft, type ImportDraft, keepDraft, lockDraft } from './import-store.ts'
import type { SlackDirectory } from './slack-directory.ts'
import { emailKey, emailOf } from './slack-user.ts'

/** What to show next: faults, a question about the file, or what would change. */
export type ImportStep = Exclude<DraftReading, { is: 'without-emails' }> & { readonly importId: number }

/**
 * Reads a file and keeps it until it is applied; nothing about anybody changes yet.
 * @param directory asked only where e-mails stand in the file
 * @param fetched the file, or why it could not be had
 */
export async function prepareImport(
  deps: Deps,
  directory: SlackDirectory,
  input: { readonly workspaceId: string; readonly by: string; readonly fetched: Result<Uint8Array> },
  now: Date,
): Promise<Result<ImportStep>> {
  const { workspaceId, by, fetched } = input
  const keep = (draft: ImportDraft) =>
    transaction(deps.db, (trx) => keepDraft(trx, deps.cipher, workspaceId, by, draft, now))
  const read = fetched.ok ? await readBytes(deps, directory, workspaceId, fetched.value) : fetched
  if (!read.ok) {
    // kept too: where reading took long, the message about it comes later and finds it there
    await keep({ ...emptyDraft, problem: { refusal: read.refusal } })
    return read
  }
  return done({ ...read.value.reading, importId: await keep(read.value.draft) })
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
  if (draft.problem && 'refusal' in draft.problem) return { ok: false, refusal: draft.problem.refusal }
  if (draft.problem) return done({ is: 'faulty', faults: draft.problem.faults, importId })
  const answered = { ...draft, ...(mapping && { mapping }), ...(levelOrder && { levelOrder }) }
  const read = await withEmails(deps, directory, workspaceId, answered)
  if (!read.ok) return read
  await changeDraft(deps.db, deps.cipher, workspaceId, importId, read.value.draft)
  return done({ ...read.value.reading, importId })
}

interface Read {
  readonly draft: ImportDraft
  readonly reading: Exclude<DraftReading, { is: 'without-emails' }>
}

async function readBytes(
  deps: Deps,
  directory: SlackDirectory,
  workspaceId: string,
  bytes: Uint8Array,
): Promise<Result<Read>> {
  const decoded = decode(bytes)
  if ('text' in decoded) return withEmails(deps, directory, workspaceId, { ...emptyDraft, text: decoded.text })
  const faults = [decoded.fault]
  return done({ draft: { ...emptyDraft, problem: { faults } }, reading: { is: 'faulty', faults } })
}

/** Asks Slack for e-mails where a file names people by them, once. */
async function withEmails(
  deps: Deps,
  directory: SlackDirectory,
  workspaceId: string,
  draft: ImportDraft,
): Promise<Result<Read>> {
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
