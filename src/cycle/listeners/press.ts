import { refusalText } from '../../copy/copy.ts'
import { type Refusal, refuse } from '../../copy/refusal.ts'
import type { ActionCall, SubmissionAnswer, SubmissionCall } from '../../slack/listener.ts'
import { plainMessage } from '../../slack/views.ts'
import type { Asked } from '../find-cycle.ts'
import { readReference } from '../reference.ts'

/** Says no to one person; nothing was changed. */
export const sayNo = (call: Pick<ActionCall, 'copy' | 'reply'>, refusal: Refusal): Promise<void> =>
  call.reply(plainMessage(refusalText(call.copy, refusal)))

/** The same for a message whose time has passed: it is drawn anew without buttons, so that nobody presses them again. */
export async function sayItIsOver(call: ActionCall, refusal: Refusal): Promise<void> {
  const message = plainMessage(refusalText(call.copy, refusal))
  const isOver = refusal.code === 'cycle_over' || refusal.code === 'pair_ended'
  await (isOver && call.message ? call.redraw(message) : call.reply(message))
}

/**
 * What a button was about, and what it chose; undefined (after saying so) for a value that no button of ours carries.
 * Who pressed comes from Slack, never from the value.
 */
export async function readPress(call: ActionCall): Promise<(Asked & { readonly choice: string }) | undefined> {
  const reference = readReference(call.value)
  if (reference) return { ...reference, workspaceId: call.workspaceId, personId: call.userId }
  await sayNo(call, refuse('message_out_of_date').refusal)
  return undefined
}

/** The same for a form; undefined for metadata that no form of ours carries. */
export function readForm(call: SubmissionCall): Asked | undefined {
  const reference = readReference(call.metadata)
  return reference && { ...reference, workspaceId: call.workspaceId, personId: call.userId }
}

/** A refused form says why beside the field. @param field where the sentence stands when the refusal names none */
export const fieldError = (call: SubmissionCall, refusal: Refusal, field: string): SubmissionAnswer => ({
  errors: { [refusal.field ?? field]: refusalText(call.copy, refusal) },
})
