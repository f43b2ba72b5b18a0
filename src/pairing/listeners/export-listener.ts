import type { Deps } from '../../database/deps.ts'
import type { ActionCall } from '../../slack/listener.ts'
import { proofOf } from '../find-round-store.ts'
import { sendFiles } from '../send-files.ts'
import { roundFiles } from '../views/round-files.ts'
import { answer, answerNo } from './answer.ts'
import { lookAsLead } from './look-as-lead.ts'
import type { PairingSide } from './pairing-side.ts'

/** The round as files in the lead's own conversation. */
export const exportListener =
  (deps: Deps, { files }: PairingSide) =>
  async (call: ActionCall) => {
    const look = await lookAsLead(deps, call, call.value)
    if (!look.ok) return answerNo(call, look.refusal)
    const steps = await proofOf(deps.db, call.workspaceId, look.value.round.id)
    const sent = await sendFiles(files, roundFiles(call.copy, { ...look.value, steps }), call.userId)
    return sent.ok ? answer(call, call.copy.pairing.exportSent(sent.value)) : answerNo(call, sent.refusal)
  }
