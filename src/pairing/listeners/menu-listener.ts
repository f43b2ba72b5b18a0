import { refuse } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import { readId } from '../../slack/ids.ts'
import type { ActionCall } from '../../slack/listener.ts'
import { lockPair, unlinkPair } from '../edit-pair.ts'
import type { RoundLook } from '../look-at-round.ts'
import { handView } from '../views/hand-view.ts'
import { roundMessage } from '../views/round-view.ts'
import { answerNo } from './answer.ts'
import { lookAtProposed, readPage } from './look-as-lead.ts'
import { foundAgain } from './search-listeners.ts'

/** The menu on a proposed pair: keep it, let it go, take it apart, or look for another partner. */
export const menuListener = (deps: Deps) => async (call: ActionCall) => {
  const [verb, round = '', pair = '', page] = call.value.split('/')
  const look = await lookAtProposed(deps, call, round)
  if (!look.ok) return answerNo(call, look.refusal)
  const edit = { workspaceId: call.workspaceId, roundId: look.value.round.id, pairId: readId(pair) }
  if (verb === 'other') return chooseOther(call, look.value, edit.pairId)
  const result =
    verb === 'unlink' ? await unlinkPair(deps, edit) : await lockPair(deps, { ...edit, isLocked: verb === 'lock' })
  if (!result.ok) return answerNo(call, result.refusal)
  if (call.view) return foundAgain(deps, call)
  const after = await lookAtProposed(deps, call, round)
  if (!after.ok) return answerNo(call, after.refusal)
  return call.redraw(roundMessage(call.copy, { ...after.value, page: readPage(page) }))
}

async function chooseOther(call: ActionCall, { program, pairs, names }: RoundLook, pairId: number): Promise<void> {
  const pair = pairs.find(({ id }) => id === pairId)
  if (!pair) return answerNo(call, refuse('pair_gone').refusal)
  const view = handView(call.copy, program.id, { pair, names })
  return call.view ? call.push(view) : call.open(view)
}
