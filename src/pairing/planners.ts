import type { MessageKinds, Planner } from '../delivery/delivery.ts'
import { betweenRoundsPlanner } from './planners/between-rounds.ts'
import { lateRoundsPlanner } from './planners/late-rounds.ts'
import { renderFew, renderProposed, renderReady, renderReminder } from './planners/render-round.ts'
import { renderLate, renderNoneBetween, renderWaiting } from './planners/render-waiting.ts'
import { roundDayPlanner } from './planners/round-day.ts'
import type { Solve } from './propose-round.ts'

/** Rounds on their day, the small ones between, and what follows when one waits too long for its lead. */
export const pairingPlanners = (solve: Solve): readonly Planner[] => [
  roundDayPlanner(solve),
  betweenRoundsPlanner(solve),
  lateRoundsPlanner,
]

/** What a lead gets to read, and what those who wait do. */
export const pairingMessages: MessageKinds = {
  round_proposed: { priority: 60, isUnasked: false, render: renderProposed },
  answers_few: { priority: 60, isUnasked: false, render: renderFew },
  round_reminder: { priority: 60, isUnasked: false, render: renderReminder },
  round_ready: { priority: 0, isUnasked: false, isNow: true, render: renderReady },
  waiting: { priority: 60, isUnasked: true, render: renderWaiting },
  none_between: { priority: 60, isUnasked: true, render: renderNoneBetween },
  round_late: { priority: 60, isUnasked: true, render: renderLate },
}
