import type { Deps } from '../database/deps.ts'
import type { Listeners } from '../slack/listener.ts'
import { agreementListeners } from './listeners/agreement.ts'
import { checkInListeners } from './listeners/check-in.ts'
import { dateListeners } from './listeners/date.ts'
import { topicListeners } from './listeners/topic.ts'

/** Everything the cycle hears. */
export function cycleListeners(deps: Deps): Listeners {
  const parts = [dateListeners(deps), agreementListeners(deps), checkInListeners(deps), topicListeners(deps)]
  return {
    commands: parts.flatMap((part) => part.commands ?? []),
    actions: parts.flatMap((part) => part.actions ?? []),
    submissions: parts.flatMap((part) => part.submissions ?? []),
  }
}
