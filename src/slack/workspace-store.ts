import type { Db } from '../database/deps.ts'

export interface Installation {
  readonly workspaceId: string
  readonly name: string
  readonly botUserId: string
}

/** The workspace that auth.test named; known from before or new. */
export async function installWorkspace(db: Db, installation: Installation, now: Date): Promise<void> {
  const { workspaceId, name, botUserId } = installation
  await db
    .insertInto('workspace')
    .values({ workspace_id: workspaceId, name, bot_user_id: botUserId, installed_at: now })
    .onConflict((c) => c.column('workspace_id').doUpdateSet({ name, bot_user_id: botUserId }))
    .execute()
}
