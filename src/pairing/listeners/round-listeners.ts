import { refuse } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import type { ActionCall } from '../../slack/listener.ts'
import { readId } from '../../slack/ids.ts'
import { lookAtFigures } from '../look-at-figures.ts'
import { lookAtUndone } from '../look-at-undone.ts'
import { plainMessage } from '../../slack/views.ts'
import { publishRound } from '../publish-round.ts'
import { detailsView } from '../views/details-view.ts'
import { publishedMessage } from '../views/published-view.ts'
import { roundMessage } from '../views/round-view.ts'
import { whoWithWhom } from '../who-with-whom.ts'
import { lookAsLead, lookAtProposed, readPage, say } from './look-as-lead.ts'
import type { PairingSide } from './pairing-side.ts'
import { propose } from './propose.ts'
import { answerAsIs } from './show-as-is.ts'

/** Publish: once, whoever presses first, and only the pairs that this message shows. */
export const publishListener = (deps: Deps) => async (call: ActionCall) => {
  const [id = '', seen] = call.value.split('/')
  const look = await lookAsLead(deps, call, id)
  if (!look.ok) return call.reply(say(call.copy, look.refusal))
  const { program, round } = look.value
  const input = { workspaceId: call.workspaceId, roundId: round.id, by: call.userId, ...(seen && { seen }) }
  const published = await publishRound(deps, input, call.now)
  if (!published.ok) return answerAsIs(deps, call, { roundId: round.id, page: 1 }, published.refusal)
  const undone = await lookAtUndone(deps.db, call.workspaceId, published.value.undone)
  const shown = { ...published.value, undone, roundId: round.id, programId: program.id }
  return call.redraw(publishedMessage(call.copy, shown))
}

export const pageListener = (deps: Deps) => async (call: ActionCall) => {
  const [round = '', at] = call.value.split('/')
  const page = readPage(at)
  const look = await lookAtProposed(deps, call, round)
  return look.ok
    ? call.redraw(roundMessage(call.copy, { ...look.value, page }))
    : answerAsIs(deps, call, { roundId: readId(round), page }, look.refusal)
}

/** Another equally good set, or everybody who waits in place of a small round. */
export const rerunListener = (deps: Deps, side: PairingSide) => async (call: ActionCall) => {
  const look = await lookAsLead(deps, call, call.value)
  if (!look.ok) return call.reply(say(call.copy, look.refusal))
  const { round, program } = look.value
  if (round.state === 'published')
    return answerAsIs(deps, call, { roundId: round.id, page: 1 }, refuse('round_published').refusal)
  const seen = await whoWithWhom(deps.db, call.workspaceId, program.id)
  const message = await propose(deps, side, call, program.id)
  if (!message) return
  await call.redraw(message)
  const isSame = seen !== '' && seen === (await whoWithWhom(deps.db, call.workspaceId, program.id))
  if (isSame) await call.reply(plainMessage(call.copy.pairing.sameAgain))
}

export const detailsListener = (deps: Deps) => async (call: ActionCall) => {
  const look = await lookAsLead(deps, call, call.value)
  if (!look.ok) return call.reply(say(call.copy, look.refusal))
  const figures = await lookAtFigures(deps, call.workspaceId, look.value)
  return call.open(detailsView(call.copy, { ...look.value, ...figures }))
}
