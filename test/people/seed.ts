import type { Deps } from '../../src/database/deps.ts'
import { syncPeople } from '../../src/people/sync.ts'

export const T1 = 'T1'
export const MONDAY = new Date('2026-01-05T14:00:00Z')

/** A workspace of that name, empty. */
export async function seedWorkspace(deps: Deps, workspaceId = T1): Promise<void> {
  await deps.db
    .insertInto('workspace')
    .values({ workspace_id: workspaceId, name: 'Test', bot_user_id: 'UBOT', synced_at: null, installed_at: MONDAY })
    .execute()
}

/** Slack's user object, as short as Slack may make it. */
export const slackUser = (id: string, over: Record<string, unknown> = {}) => ({
  id,
  real_name: `Name ${id}`,
  tz: 'America/Detroit',
  ...over,
})

/** These users, as if Slack had listed them. */
export const seedPeople = (deps: Deps, users: readonly unknown[], workspaceId = T1) =>
  syncPeople(deps, workspaceId, users, MONDAY, { isComplete: true, onChanged: async () => {} })
