import type { Deps } from '../database/deps.ts'
import type { Listeners } from '../slack/listener.ts'
import { lookAtHealth } from './health.ts'
import { healthMessage } from './views.ts'

/** `/mentor health`. */
export function deliveryListeners(deps: Deps): Listeners {
  return {
    commands: [
      {
        name: 'health',
        access: 'lead',
        run: async ({ workspaceId, copy, now }) => healthMessage(copy, await lookAtHealth(deps.db, workspaceId, now)),
      },
    ],
  }
}
