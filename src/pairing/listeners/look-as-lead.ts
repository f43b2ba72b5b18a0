import { type Copy, refusalText } from '../../copy/copy.ts'
import { done, type Refusal, refuse, type Result } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import type { Program } from '../../program/program.ts'
import { isLeadOf } from '../../program/program-to-lead.ts'
import { findProgram } from '../../program/store.ts'
import { readId } from '../../slack/ids.ts'
import type { Call } from '../../slack/listener.ts'
import type { Message } from '../../slack/message.ts'
import { plainMessage } from '../../slack/views.ts'
import { lookAtRound, type RoundLook } from '../look-at-round.ts'

/** A button's value names a round; whether this lead leads its program is looked up. */
export async function lookAsLead(deps: Deps, call: Call, value: string): Promise<Result<RoundLook>> {
  const look = await lookAtRound(deps, { workspaceId: call.workspaceId, roundId: readId(value) }, call.now)
  if (!look.ok) return look
  return isLeadOf(call, look.value.program.id) ? look : refuse('not_allowed')
}

/** The same of a round that still waits for a lead. */
export async function lookAtProposed(deps: Deps, call: Call, value: string): Promise<Result<RoundLook>> {
  const look = await lookAsLead(deps, call, value)
  if (!look.ok || look.value.round.state === 'proposed') return look
  return refuse(look.value.round.state === 'published' ? 'round_published' : 'round_gone')
}

/** A program named by a button or a form, if this lead leads it. */
export async function programAsLead(deps: Deps, call: Call, value: string): Promise<Result<Program>> {
  const program = await findProgram(deps.db, call.workspaceId, readId(value))
  if (!program) return refuse('round_gone')
  return isLeadOf(call, program.id) ? done(program) : refuse('not_allowed')
}

export const say = (copy: Copy, refusal: Refusal): Message => plainMessage(refusalText(copy, refusal))

/** The number of a page in a button's value. */
export const readPage = (value: string | undefined): number => Math.max(1, readId(value ?? ''))
