import type { Deps } from '../database/deps.ts'
import type { Listeners } from '../slack/listener.ts'
import { endingListeners } from './listeners/ending-listeners.ts'
import { leaveListeners } from './listeners/leave-listeners.ts'

/** `leave`, and the choices after an ending. */
export function careListeners(deps: Deps): Listeners {
  const parts = [leaveListeners(deps), endingListeners(deps)]
  return {
    commands: parts.flatMap((part) => part.commands ?? []),
    actions: parts.flatMap((part) => part.actions ?? []),
    submissions: parts.flatMap((part) => part.submissions ?? []),
  }
}
