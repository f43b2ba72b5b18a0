import type { Deps } from '../../database/deps.ts'
import { refuse } from '../../copy/refusal.ts'
import { isLeadOf } from '../../program/program-to-lead.ts'
import { readId } from '../../slack/ids.ts'
import type { ActionCall } from '../../slack/listener.ts'
import { plainMessage } from '../../slack/views.ts'
import { correctPair } from '../correct-pair.ts'
import { pairById } from '../pair-store.ts'
import { answerNo } from './answer.ts'
import { readPage } from './look-as-lead.ts'
import type { PairingSide } from './pairing-side.ts'
import { foundAgain } from './search-listeners.ts'
import { showStanding } from './show-standing.ts'

/** The published pairs of a program, a page at a time. */
export const standingListener = (deps: Deps) => async (call: ActionCall) => {
  const [id = '', page] = call.value.split('/')
  return showStanding(deps, call, id, { page: readPage(page) })
}

/** A lead ends a published pair; its people read the neutral words. */
export const endListener =
  (deps: Deps, { endPair }: PairingSide) =>
  async (call: ActionCall) => {
    const [id = '', page] = call.value.split('/')
    const pair = await pairById(deps.db, call.workspaceId, readId(id))
    if (!pair) return answerNo(call, refuse('pair_gone').refusal)
    if (!isLeadOf(call, pair.programId)) return answerNo(call, refuse('not_allowed').refusal)
    const ended = await correctPair(deps, endPair, { workspaceId: call.workspaceId, pairId: pair.id }, call.now)
    if (!ended.ok) return answerNo(call, ended.refusal)
    if (call.view) return foundAgain(deps, call)
    await showStanding(deps, call, String(pair.programId), { page: readPage(page) })
    return call.reply(plainMessage(call.copy.pairing.standing.ended))
  }
