import type { WebClient } from '@slack/web-api'
import { endOnePair } from '../care/end-one-pair.ts'
import { careListeners } from '../care/listeners.ts'
import { careMessages, carePlanners } from '../care/planners.ts'
import { cycleListeners } from '../cycle/listeners.ts'
import { cycleMessages, cyclePlanners } from '../cycle/planners.ts'
import type { Deps } from '../database/deps.ts'
import type { MessageKinds, Planner } from '../delivery/delivery.ts'
import { deliveryListeners } from '../delivery/listeners.ts'
import { inviteEligible } from '../enrollment/invite-eligible.ts'
import { enrollmentListeners } from '../enrollment/listeners.ts'
import { saidOf } from '../enrollment/said-of.ts'
import { enrollmentMessages, enrollmentPlanners } from '../enrollment/planners.ts'
import { homeListeners } from '../home/listeners.ts'
import { pairingListeners } from '../pairing/listeners.ts'
import { showWaiting } from '../pairing/listeners/waiting-listeners.ts'
import { nextPartner } from '../pairing/next-partner.ts'
import { pairingMessages, pairingPlanners } from '../pairing/planners.ts'
import { planRoundInWorker } from '../pairing/plan/plan-in-worker.ts'
import { peopleListeners } from '../people/listeners.ts'
import type { PeopleSide } from '../people/people-side.ts'
import { peopleMessages, peoplePlanners } from '../people/planners.ts'
import { slackDirectory } from '../people/slack-directory.ts'
import { slackFiles } from '../people/slack-files.ts'
import { privacyListeners } from '../privacy/listeners.ts'
import { privacyPlanners } from '../privacy/planners.ts'
import { programListeners } from '../program/listeners.ts'
import { tellWhoLeft } from '../program/people-left.ts'
import { programMessages } from '../program/planners.ts'
import { reportListeners } from '../report/listeners.ts'
import { reportMessages, reportPlanners } from '../report/planners.ts'
import type { Listeners } from '../slack/listener.ts'
import { findFocus } from './focus.ts'

export interface Rooms {
  readonly listeners: readonly Listeners[]
  readonly planners: readonly Planner[]
  readonly kinds: MessageKinds
}

export interface RoomParts {
  readonly deps: Deps
  readonly interactive: WebClient
  readonly bulk: WebClient
  /** real seconds, when Slack asks for patience */
  readonly pause: (seconds: number) => Promise<void>
  /** ends all sending: the workspace has removed the app */
  readonly stopSending: () => Promise<void>
}

/** Every room's ears, calendar and messages; a row here is all that a new room needs to be heard. */
export function openRooms({ deps, interactive, bulk, pause, stopSending }: RoomParts): Rooms {
  const files = slackFiles(interactive)
  const people: PeopleSide = {
    files,
    directory: slackDirectory(bulk, pause),
    focus: findFocus,
    said: saidOf,
    waiting: showWaiting,
    // pairs of who left are found by care's planner; a new zone is read when a message is claimed
    onChanged: tellWhoLeft,
  }
  return {
    listeners: [
      deliveryListeners(deps),
      peopleListeners(deps, people),
      programListeners(deps, { invite: inviteEligible }),
      enrollmentListeners(deps, nextPartner),
      pairingListeners(deps, { solve: planRoundInWorker, files, endPair: endOnePair }),
      cycleListeners(deps),
      careListeners(deps),
      reportListeners(deps, files),
      privacyListeners(deps, stopSending),
      homeListeners(deps),
    ],
    planners: [
      ...peoplePlanners(people),
      ...enrollmentPlanners,
      ...pairingPlanners(planRoundInWorker),
      ...cyclePlanners,
      ...carePlanners,
      ...reportPlanners,
      ...privacyPlanners,
    ],
    kinds: {
      ...peopleMessages(people),
      ...programMessages,
      ...enrollmentMessages,
      ...pairingMessages,
      ...cycleMessages,
      ...careMessages,
      ...reportMessages,
    },
  }
}
