import type { Deps } from '../../database/deps.ts'
import type { Program } from '../../program/program.ts'
import { programToLead } from '../../program/program-to-lead.ts'
import type { Command, CommandCall } from '../../slack/listener.ts'
import type { Message } from '../../slack/message.ts'
import { noProgramMessage } from '../../program/views/which-program-view.ts'
import { proposedRound } from '../find-round-store.ts'
import { lookAtRound } from '../look-at-round.ts'
import { lookAtStanding } from '../look-at-standing.ts'
import { nobodyWaits } from '../nobody-waits.ts'
import { roundMessage } from '../views/round-view.ts'
import { standingMessage } from '../views/standing-view.ts'
import { say } from './look-as-lead.ts'
import type { PairingSide } from './pairing-side.ts'
import { propose } from './propose.ts'

/** `/mentor pair`: the round that waits; else a new one for whoever waits; else the published pairs. */
export const pairCommand = (deps: Deps, side: PairingSide): Command => ({
  name: 'pair',
  access: 'lead',
  run: async (call: CommandCall) => {
    const program = await programToLead(deps.db, call, call.rest)
    if (!program.ok) return noProgramMessage(call.copy, program.refusal, (name) => `pair ${name}`)
    const waiting = await proposedRound(deps.db, call.workspaceId, program.value.id)
    // one that paired nobody is no news: people may have come since
    if (!waiting || waiting.figures.paired === 0) return published(deps, side, call, program.value)
    const look = await lookAtRound(deps, { workspaceId: call.workspaceId, roundId: waiting.id }, call.now)
    return look.ok ? roundMessage(call.copy, { ...look.value, page: 1 }) : say(call.copy, look.refusal)
  },
})

async function published(
  deps: Deps,
  side: PairingSide,
  call: CommandCall,
  program: Program,
): Promise<Message | undefined> {
  if (program.state !== 'running' || !(await nobodyWaits(deps, call.workspaceId, program)))
    return propose(deps, side, call, program.id)
  const standing = await lookAtStanding(deps.db, call.workspaceId, program.id)
  const opening = call.copy.pairing.standing.nobodyWaits
  return standingMessage(call.copy, { program, ...standing, page: 1, opening })
}
