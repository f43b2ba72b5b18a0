import type { Copy } from '../copy/copy.ts'
import { refusalText } from '../copy/copy.ts'
import { type Refusal, refuse, type Result } from '../copy/refusal.ts'
import type { Deps } from '../database/deps.ts'
import { programToLead } from '../program/program-to-lead.ts'
import { ACTION } from '../slack/ids.ts'
import type { ActionCall, Call, Command, CommandCall, Listeners } from '../slack/listener.ts'
import type { Message } from '../slack/message.ts'
import { plainMessage } from '../slack/views.ts'
import { lookAtRound, type RoundLook } from './look-at-round.ts'
import { proposeRound, type Solve } from './propose-round.ts'
import { publishRound } from './publish-round.ts'
import { proposedRound } from './round-store.ts'
import { detailsView } from './views/details-view.ts'
import { publishedMessage } from './views/published-view.ts'
import { roundMessage } from './views/round-view.ts'

/** `/mentor pair` and the buttons under a proposed round. */
export function pairingListeners(deps: Deps, solve: Solve): Listeners {
  const publish = async (call: ActionCall) => {
    const look = await lookAsLead(deps, call, call.value)
    if (!look.ok) return call.reply(say(call.copy, look.refusal))
    const published = await publishRound(
      deps,
      { workspaceId: call.workspaceId, roundId: look.value.round.id, by: call.userId },
      call.now,
    )
    return published.ok
      ? call.redraw(publishedMessage(call.copy, published.value))
      : call.reply(say(call.copy, published.refusal))
  }
  const page = async (call: ActionCall) => {
    const [round = '', number = '1'] = call.value.split('/')
    const look = await lookAsLead(deps, call, round)
    if (!look.ok) return call.reply(say(call.copy, look.refusal))
    if (look.value.round.state !== 'proposed') return call.reply(say(call.copy, refuse('round_gone').refusal))
    return call.redraw(roundMessage(call.copy, { ...look.value, page: Number.parseInt(number, 10) || 1 }))
  }
  const rerun = async (call: ActionCall) => {
    const look = await lookAsLead(deps, call, call.value)
    if (!look.ok) return call.reply(say(call.copy, look.refusal))
    if (look.value.round.state === 'published') return call.reply(say(call.copy, refuse('round_published').refusal))
    return call.redraw(await propose(deps, solve, call, look.value.program.id))
  }
  const details = async (call: ActionCall) => {
    const look = await lookAsLead(deps, call, call.value)
    if (!look.ok) return call.reply(say(call.copy, look.refusal))
    return call.open(detailsView(call.copy, look.value.round))
  }
  return {
    commands: [pairCommand(deps, solve)],
    actions: [
      { id: ACTION.pairPublish, access: 'lead', run: publish },
      { id: ACTION.pairPage, access: 'lead', run: page },
      { id: ACTION.pairRerun, access: 'lead', run: rerun },
      { id: ACTION.pairDetails, access: 'lead', run: details },
    ],
  }
}

const pairCommand = (deps: Deps, solve: Solve): Command => ({
  name: 'pair',
  access: 'lead',
  run: async (call: CommandCall) => {
    const program = await programToLead(deps.db, call, call.rest)
    if (!program.ok) return say(call.copy, program.refusal)
    const waiting = await proposedRound(deps.db, call.workspaceId, program.value.id)
    if (!waiting) return propose(deps, solve, call, program.value.id)
    const look = await lookAtRound(deps, { workspaceId: call.workspaceId, roundId: waiting.id })
    return look.ok ? roundMessage(call.copy, { ...look.value, page: 1 }) : say(call.copy, look.refusal)
  },
})

async function propose(deps: Deps, solve: Solve, call: Call, programId: number): Promise<Message> {
  const { workspaceId } = call
  const proposed = await proposeRound(deps, solve, { workspaceId, programId, by: call.userId }, call.now)
  if (!proposed.ok) return say(call.copy, proposed.refusal)
  const look = await lookAtRound(deps, { workspaceId, roundId: proposed.value.roundId })
  return look.ok ? roundMessage(call.copy, { ...look.value, page: 1 }) : say(call.copy, look.refusal)
}

/** A button's value names a round; whether this lead leads its program is looked up. */
async function lookAsLead(deps: Deps, call: Call, value: string): Promise<Result<RoundLook>> {
  const roundId = Number(value)
  if (!Number.isSafeInteger(roundId)) return refuse('round_gone')
  const look = await lookAtRound(deps, { workspaceId: call.workspaceId, roundId })
  if (!look.ok) return look
  const { standing } = call
  return standing.isWorkspaceLead || standing.leads.includes(look.value.program.id) ? look : refuse('not_allowed')
}

const say = (copy: Copy, refusal: Refusal): Message => plainMessage(refusalText(copy, refusal))
