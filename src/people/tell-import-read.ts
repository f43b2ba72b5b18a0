import { refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { enqueue } from '../delivery/store.ts'
import { emptyDraft, keepDraft, newestDraft } from './import-store.ts'
import type { ImportStep } from './prepare-import.ts'

export const IMPORT_READ = 'people-import-read'

/**
 * Waits for a reading that outlasted its form, and sends word of it.
 * @throws what the reading threw, after the person was told that the file has to be sent again
 */
export async function tellImportRead(
  deps: Deps,
  input: { readonly workspaceId: string; readonly by: string; readonly read: Promise<Result<ImportStep>> },
  now: Date,
): Promise<void> {
  const { workspaceId, by } = input
  const fault = await input.read.then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  await transaction(deps.db, async (trx) => {
    const gone = { ...emptyDraft, problem: refuse('file_unreadable', { why: 'gone' }) }
    const importId = fault
      ? await keepDraft(trx, deps.cipher, workspaceId, by, gone, now)
      : await newestDraft(trx, workspaceId, by)
    if (importId === undefined) return
    const subject = String(importId)
    const cycleOn = now.toISOString().slice(0, 10)
    await enqueue(trx, [{ workspaceId, kind: IMPORT_READ, subject, cycleOn, recipient: by, dueAt: now }], now)
  })
  deps.wake()
  if (fault) throw fault.error
}
