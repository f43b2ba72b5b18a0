import { refuse, done, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { transaction } from '../database/transaction.ts'
import { readTable } from './csv/table.ts'
import { lockDraft } from './import-store.ts'

/** The headers of that person's file, in its order. */
export async function importHeaders(
  deps: Deps,
  input: { readonly workspaceId: string; readonly by: string; readonly importId: number },
): Promise<Result<readonly string[]>> {
  const draft = await transaction(deps.db, (trx) =>
    lockDraft(trx, deps.cipher, input.workspaceId, input.importId, input.by),
  )
  const read = draft ? readTable(draft.text) : undefined
  return read && 'table' in read ? done(read.table.headers) : refuse('form_out_of_date')
}
