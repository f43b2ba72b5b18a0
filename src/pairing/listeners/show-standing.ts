import type { Deps } from '../../database/deps.ts'
import type { ActionCall } from '../../slack/listener.ts'
import { lookAtStanding } from '../look-at-standing.ts'
import { standingMessage } from '../views/standing-view.ts'
import { answerNo } from './answer.ts'
import { programAsLead } from './look-as-lead.ts'
import type { Origin } from './origin.ts'

/** The published pairs of a program in place of the message that was clicked. */
export async function showStanding(
  deps: Deps,
  call: ActionCall,
  programId: string,
  { page, at }: { readonly page: number; readonly at?: string },
): Promise<void> {
  const program = await programAsLead(deps, call, programId)
  if (!program.ok) return answerNo(call, program.refusal)
  const standing = await lookAtStanding(deps.db, call.workspaceId, program.value.id)
  return call.redraw(standingMessage(call.copy, { program: program.value, ...standing, page }), at)
}

/** The same of the message that a window was opened from, where Slack still lets it be redrawn. */
export async function redrawStanding(deps: Deps, call: ActionCall, programId: string, origin: Origin): Promise<void> {
  if (origin.at !== '') await showStanding(deps, call, programId, origin)
}
