import type { Deps } from '../database/deps.ts'
import type { Listeners } from '../slack/listener.ts'
import { uninstall } from './uninstall.ts'

/** @param stop ends all sending before the data goes; main.ts hands it over */
export function privacyListeners(deps: Deps, stop: () => Promise<void>): Listeners {
  return {
    events: [
      {
        type: 'app_uninstalled',
        run: async ({ workspaceId }) => {
          await stop()
          await uninstall(deps, { workspaceId })
        },
      },
      {
        type: 'tokens_revoked',
        run: async ({ workspaceId, event }) => {
          if (!revokesBot(event)) return
          await stop()
          await uninstall(deps, { workspaceId })
        },
      },
    ],
  }
}

/** A revoked user token says nothing about this app, which holds none. */
function revokesBot(event: Readonly<Record<string, unknown>>): boolean {
  const tokens = event.tokens
  return (
    typeof tokens === 'object' &&
    tokens !== null &&
    'bot' in tokens &&
    Array.isArray(tokens.bot) &&
    tokens.bot.length > 0
  )
}
