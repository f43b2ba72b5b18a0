import type { Deps } from '../../database/deps.ts'
import type { ActionCall } from '../../slack/listener.ts'
import { publishRound } from '../publish-round.ts'
import { detailsView } from '../views/details-view.ts'
import { publishedMessage } from '../views/published-view.ts'
import { roundMessage } from '../views/round-view.ts'
import { lookAsLead, lookAtProposed, readPage, say } from './look-as-lead.ts'
import type { PairingSide } from './pairing-side.ts'
import { propose } from './propose.ts'

/** Publish: once, whoever presses first. */
export const publishListener = (deps: Deps) => async (call: ActionCall) => {
  const look = await lookAsLead(deps, call, call.value)
  if (!look.ok) return call.reply(say(call.copy, look.refusal))
  const input = { workspaceId: call.workspaceId, roundId: look.value.round.id, by: call.userId }
  const published = await publishRound(deps, input, call.now)
  return published.ok
    ? call.redraw(
        publishedMessage(call.copy, { ...published.value, roundId: input.roundId, programId: look.value.program.id }),
      )
    : call.reply(say(call.copy, published.refusal))
}

export const pageListener = (deps: Deps) => async (call: ActionCall) => {
  const [round = '', page] = call.value.split('/')
  const look = await lookAtProposed(deps, call, round)
  return look.ok
    ? call.redraw(roundMessage(call.copy, { ...look.value, page: readPage(page) }))
    : call.reply(say(call.copy, look.refusal))
}

/** Another equally good set, or everybody who waits in place of a small round. */
export const rerunListener = (deps: Deps, side: PairingSide) => async (call: ActionCall) => {
  const look = await lookAsLead(deps, call, call.value)
  if (!look.ok) return call.reply(say(call.copy, look.refusal))
  if (look.value.round.state === 'published') return call.reply(say(call.copy, { code: 'round_published', detail: {} }))
  const message = await propose(deps, side, call, look.value.program.id)
  return message && call.redraw(message)
}

export const detailsListener = (deps: Deps) => async (call: ActionCall) => {
  const look = await lookAsLead(deps, call, call.value)
  return look.ok ? call.open(detailsView(call.copy, look.value)) : call.reply(say(call.copy, look.refusal))
}
