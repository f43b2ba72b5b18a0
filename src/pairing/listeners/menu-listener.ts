import { refuse } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import { readId } from '../../slack/ids.ts'
import type { ActionCall } from '../../slack/listener.ts'
import { lockPair, unlinkPair } from '../edit-pair.ts'
import type { RoundLook } from '../look-at-round.ts'
import { mayTry } from '../may-try.ts'
import { handView } from '../views/hand-view.ts'
import { roundMessage } from '../views/round-view.ts'
import { answerNo } from './answer.ts'
import { lookAtProposed, readPage } from './look-as-lead.ts'
import { originOf, splitOrigin, withOrigin } from './origin.ts'
import { foundAgain } from './search-listeners.ts'
import { answerAsIs } from './show-as-is.ts'

/** The menu on a proposed pair: keep it, let it go, take it apart, or look for another partner. */
export const menuListener = (deps: Deps) => async (call: ActionCall) => {
  const [verb, round = '', pair = '', at] = call.value.split('/')
  const page = readPage(at)
  const shown = { roundId: readId(round), page }
  const look = await lookAtProposed(deps, call, round)
  if (!look.ok) return answerAsIs(deps, call, shown, look.refusal)
  const edit = { workspaceId: call.workspaceId, roundId: look.value.round.id, pairId: readId(pair) }
  if (verb === 'other' && look.value.pairs.some(({ id }) => id === edit.pairId))
    return chooseOther(deps, call, look.value, { pairId: edit.pairId, page: at })
  const result =
    verb === 'other'
      ? refuse('pair_gone')
      : verb === 'unlink'
        ? await unlinkPair(deps, edit)
        : await lockPair(deps, { ...edit, isLocked: verb === 'lock' })
  if (!result.ok) return answerAsIs(deps, call, shown, result.refusal)
  if (call.view) return foundAgain(deps, call)
  const after = await lookAtProposed(deps, call, round)
  if (!after.ok) return answerAsIs(deps, call, shown, after.refusal)
  return call.redraw(roundMessage(call.copy, { ...after.value, page }))
}

async function chooseOther(
  { db }: Deps,
  call: ActionCall,
  { program, pairs, names }: RoundLook,
  { pairId, page }: { readonly pairId: number; readonly page: string | undefined },
): Promise<void> {
  const may = await mayTry(db, call.workspaceId, program, call.now)
  if (!may.ok) return answerNo(call, may.refusal)
  const pair = pairs.find(({ id }) => id === pairId)
  const origin = call.view ? splitOrigin(call.view.metadata).origin : originOf(call, page)
  const view = handView(call.copy, withOrigin(`${program.id}/${pairId}`, origin), pair && { pair, names })
  return call.view ? call.push(view) : call.open(view)
}
