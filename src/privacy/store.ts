import type { Db } from '../database/deps.ts'

/** Everything of a workspace, gone: every table hangs on its row; the inbox, which may know a workspace before we do, is named apart. */
export async function deleteWorkspace(db: Db, workspaceId: string): Promise<void> {
  await db.deleteFrom('inbox').where('workspace_id', '=', workspaceId).execute()
  await db.deleteFrom('workspace').where('workspace_id', '=', workspaceId).execute()
}
