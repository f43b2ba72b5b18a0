import type { Deps } from '../../database/deps.ts'
import { enqueue } from '../../delivery/store.ts'
import { candidatesOf } from '../../enrollment/candidate-store.ts'
import type { Answers, Call } from '../../slack/listener.ts'
import type { Message } from '../../slack/message.ts'
import { plainMessage } from '../../slack/views.ts'
import { lookAtRound } from '../look-at-round.ts'
import { proposeRound } from '../propose-round.ts'
import { roundMessage } from '../views/round-view.ts'
import { say } from './look-as-lead.ts'
import type { PairingSide } from './pairing-side.ts'

/** With more people the answer comes at once, and the round as a message. */
const LARGE = 300

/** Proposes a round for the lead who asked. @returns the round, or why not; nothing where it comes as a message */
export async function propose(
  deps: Deps,
  { solve }: PairingSide,
  call: Call & Pick<Answers, 'reply'>,
  programId: number,
): Promise<Message | undefined> {
  const { workspaceId, copy, now } = call
  const people = (await candidatesOf(deps.db, deps.cipher, workspaceId, programId)).length
  if (people > LARGE) await call.reply(plainMessage(copy.pairing.pairingNow(people)))
  const proposed = await proposeRound(deps, solve, { workspaceId, programId, by: call.userId }, now)
  if (!proposed.ok) return say(copy, proposed.refusal)
  const { roundId } = proposed.value
  if (people > LARGE) {
    const cycleOn = now.toISOString().slice(0, 10)
    const ready = {
      workspaceId,
      kind: 'round_ready',
      subject: String(roundId),
      cycleOn,
      recipient: call.userId,
      dueAt: now,
    }
    await enqueue(deps.db, [ready], now)
    deps.wake()
    return undefined
  }
  const look = await lookAtRound(deps, { workspaceId, roundId }, now)
  return look.ok ? roundMessage(copy, { ...look.value, page: 1 }) : say(copy, look.refusal)
}
