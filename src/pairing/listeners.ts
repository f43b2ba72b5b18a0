import type { Deps } from '../database/deps.ts'
import { ACTION, VIEW } from '../slack/ids.ts'
import type { Listeners } from '../slack/listener.ts'
import { exportListener } from './listeners/export-listener.ts'
import { handListener, handSubmission, handSureSubmission } from './listeners/hand-listeners.ts'
import { menuListener } from './listeners/menu-listener.ts'
import { pairCommand } from './listeners/pair-command.ts'
import type { PairingSide } from './listeners/pairing-side.ts'
import { detailsListener, pageListener, publishListener, rerunListener } from './listeners/round-listeners.ts'
import { searchListener, searchSubmission } from './listeners/search-listeners.ts'
import { endListener, standingListener } from './listeners/standing-listeners.ts'
import { waitingListener } from './listeners/waiting-listeners.ts'

/** `/mentor pair`: the round that waits for a lead, what may be changed in it, and the published pairs. */
export function pairingListeners(deps: Deps, side: PairingSide): Listeners {
  const access = 'lead'
  return {
    commands: [pairCommand(deps, side)],
    actions: [
      { id: ACTION.pairPublish, access, run: publishListener(deps) },
      { id: ACTION.pairPage, access, run: pageListener(deps) },
      { id: ACTION.pairRerun, access, run: rerunListener(deps, side) },
      { id: ACTION.pairDetails, access, run: detailsListener(deps) },
      { id: ACTION.pairMenu, access, run: menuListener(deps) },
      { id: ACTION.pairSearch, access, run: searchListener(deps) },
      { id: ACTION.pairHand, access, run: handListener(deps) },
      { id: ACTION.pairRound, access, run: standingListener(deps) },
      { id: ACTION.pairEnd, access, run: endListener(deps, side) },
      { id: ACTION.pairExport, access, run: exportListener(deps, side) },
      { id: ACTION.waitingPage, access, run: waitingListener(deps) },
    ],
    submissions: [
      { id: VIEW.roundSearch, access, run: searchSubmission(deps) },
      { id: VIEW.pairHand, access, run: handSubmission(deps, side) },
      { id: VIEW.pairHandSure, access, run: handSureSubmission(deps) },
    ],
  }
}
