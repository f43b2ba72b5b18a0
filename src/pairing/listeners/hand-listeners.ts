import { refusalText } from '../../copy/copy.ts'
import { refuse } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import { skillLabels } from '../../people/skill-store.ts'
import { findPeople } from '../../people/store.ts'
import { form } from '../../slack/form.ts'
import { readId } from '../../slack/ids.ts'
import type { ActionCall, SubmissionAnswer, SubmissionCall } from '../../slack/listener.ts'
import { namesOf } from '../look-names.ts'
import type { HandPair } from '../arrange-by-hand.ts'
import { mayTry } from '../may-try.ts'
import { type HandLook, lookAtHandPair, pairByHand } from '../pair-by-hand.ts'
import { handDoneView, handSureView, handView } from '../views/hand-view.ts'
import { noticeView } from '../views/notice-view.ts'
import { answerNo } from './answer.ts'
import { programAsLead } from './look-as-lead.ts'
import { originOf, splitOrigin, withOrigin } from './origin.ts'
import type { PairingSide } from './pairing-side.ts'
import { redrawRound } from './show-as-is.ts'

/** "Pair two people" under a round or the published pairs. */
export const handListener = (deps: Deps) => async (call: ActionCall) => {
  const [id = '', page] = call.value.split('/')
  const program = await programAsLead(deps, call, id)
  if (!program.ok) return answerNo(call, program.refusal)
  const may = await mayTry(deps.db, call.workspaceId, program.value, call.now)
  if (!may.ok) return answerNo(call, may.refusal)
  return call.open(handView(call.copy, withOrigin(`${program.value.id}/`, originOf(call, page))))
}

/** Two people named: what it would do and cost. */
export const handSubmission =
  (deps: Deps, { solve }: PairingSide) =>
  async (call: SubmissionCall): Promise<SubmissionAnswer> => {
    const { metadata: about, origin } = splitOrigin(call.metadata)
    const [programId = '', from = ''] = about.split('/')
    const program = await programAsLead(deps, call, programId)
    if (!program.ok) return { errors: { other: refusalText(call.copy, program.refusal) } }
    const filled = form(call.values)
    const [one, other] = [filled.choice('one') || filled.person('one'), filled.person('other')]
    if (one === other) return { errors: { other: refusalText(call.copy, refuse('pair_of_one').refusal) } }
    const input = handPair(call, program.value.id, one, other, from)
    const look = await lookAtHandPair(deps, solve, input, call.now)
    if (!look.ok) return { errors: { other: refusalText(call.copy, look.refusal) } }
    const names = await namesIn(deps, call.workspaceId, look.value)
    const metadata = withOrigin(`${program.value.id}/${from}/${one}/${other}/${look.value.stamp}`, origin)
    return { update: handSureView(call.copy, look.value, { names, metadata }) }
  }

/** Read and wanted: everything is checked once more, and done; the message behind the form shows the round as it is. */
export const handSureSubmission =
  (deps: Deps) =>
  async (call: SubmissionCall): Promise<SubmissionAnswer> => {
    const { metadata, origin } = splitOrigin(call.metadata)
    const [programId = '', from = '', one = '', other = '', seen = ''] = metadata.split('/')
    const program = await programAsLead(deps, call, programId)
    const made = program.ok
      ? await pairByHand(deps, { ...handPair(call, program.value.id, one, other, from), seen }, call.now)
      : program
    if (!made.ok) return { update: noticeView(call.copy, refusalText(call.copy, made.refusal)) }
    return { update: handDoneView(call.copy), later: redrawRound(deps, call, made.value.roundId, origin, [one, other]) }
  }

const handPair = (call: SubmissionCall, programId: number, one: string, other: string, from: string): HandPair => ({
  workspaceId: call.workspaceId,
  programId,
  by: call.userId,
  one,
  other,
  ...(readId(from) > 0 && { from: readId(from) }),
})

async function namesIn({ db }: Deps, workspaceId: string, look: HandLook) {
  const pairs = [look.made, ...look.broken, ...look.formed]
  const ids = [...pairs.flatMap((pair) => pair.members.map((m) => m.id)), ...look.left]
  return namesOf(await findPeople(db, workspaceId, ids), await skillLabels(db, workspaceId))
}
