import type { Planner } from '../delivery/delivery.ts'
import { forgetInbox } from '../slack/store.ts'

const HOUR_MS = 3_600_000
const WEEK_MS = 7 * 24 * HOUR_MS
/** Slack repeats nothing after an hour, and a request is good for five minutes: a day of memory is plenty. */
const KEPT_MS = 24 * HOUR_MS

/** At every look, and at least once a week, what Slack sent us and we have dealt with is forgotten. */
export const privacyPlanners: readonly Planner[] = [
  {
    name: 'privacy.inbox',
    plan: (deps, workspaceId, now) => forgetInbox(deps.db, workspaceId, new Date(now.getTime() - KEPT_MS)),
    nextAt: async (_db, _workspaceId, now) => new Date((Math.floor(now.getTime() / WEEK_MS) + 1) * WEEK_MS),
  },
]
