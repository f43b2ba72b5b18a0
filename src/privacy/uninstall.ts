import type { Deps } from '../database/deps.ts'
import { deleteWorkspace } from './store.ts'

/** The app was removed from the workspace: all its data goes at once, in one transaction. Twice is harmless. */
export async function uninstall(deps: Deps, input: { readonly workspaceId: string }): Promise<void> {
  await deps.db.transaction().execute((trx) => deleteWorkspace(trx, input.workspaceId))
  deps.wake()
}
