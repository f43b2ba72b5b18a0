import type { Deps } from '../../database/deps.ts'
import type { ShowWaiting } from '../../people/people-side.ts'
import { findProgram } from '../../program/store.ts'
import type { ActionCall } from '../../slack/listener.ts'
import { lookAtWaiting } from '../look-at-waiting.ts'
import { waitingBlocks, waitingView } from '../views/waiting-list-view.ts'
import { answerNo } from './answer.ts'
import { programAsLead, readPage } from './look-as-lead.ts'

/** Who waits in that program, below `/mentor people`; nothing before it opens and after it has ended. */
export const showWaiting: ShowWaiting = async (deps, call, programId) => {
  const program = await findProgram(deps.db, call.workspaceId, programId)
  if (!program || program.state === 'draft' || program.state === 'closed') return []
  return waitingBlocks(call.copy, await lookAtWaiting(deps, call.workspaceId, program))
}

/** Everybody who waits: in a window of its own, in which the pages turn. */
export const waitingListener = (deps: Deps) => async (call: ActionCall) => {
  const [id = '', page] = call.value.split('/')
  const program = await programAsLead(deps, call, id)
  if (!program.ok) return answerNo(call, program.refusal)
  const look = await lookAtWaiting(deps, call.workspaceId, program.value)
  const view = waitingView(call.copy, look, readPage(page))
  return call.view ? call.update(view) : call.open(view)
}
