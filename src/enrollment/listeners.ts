import type { Deps } from '../database/deps.ts'
import type { Listeners } from '../slack/listener.ts'
import { formListeners } from './listeners/form-listeners.ts'
import { joinListeners } from './listeners/join-listeners.ts'
import type { FindNext } from './next-round.ts'
import { profileListeners } from './listeners/profile-listeners.ts'

/** `join`, `profile`, their form, and the invitation's buttons. @param findNext for whoever has come back, too */
export function enrollmentListeners(deps: Deps, findNext: FindNext): Listeners {
  const parts = [joinListeners(deps, findNext), profileListeners(deps), formListeners(deps)]
  return {
    commands: parts.flatMap((part) => part.commands ?? []),
    actions: parts.flatMap((part) => part.actions ?? []),
    submissions: parts.flatMap((part) => part.submissions ?? []),
  }
}
