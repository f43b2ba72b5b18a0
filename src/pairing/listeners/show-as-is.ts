import type { Refusal } from '../../copy/refusal.ts'
import type { Deps } from '../../database/deps.ts'
import { localDate } from '../../delivery/working-time.ts'
import { firstTopic } from '../../program/first-topic.ts'
import { isLeadOf } from '../../program/program-to-lead.ts'
import type { ActionCall, Call, SubmissionCall } from '../../slack/listener.ts'
import type { Message } from '../../slack/message.ts'
import { findRound, proposedRound } from '../find-round-store.ts'
import { lookAtRound } from '../look-at-round.ts'
import { lookAtUndone } from '../look-at-undone.ts'
import type { RoundPair } from '../round.ts'
import { pageOf } from '../views/paging.ts'
import { publishedMessage } from '../views/published-view.ts'
import { roundMessage } from '../views/round-view.ts'
import { answerNo } from './answer.ts'
import type { Origin } from './origin.ts'

/**
 * Says why a click changed nothing and redraws its message, so that it shows what is true now: the round with what
 * another lead changed, the one that took its place, or that it is published.
 */
export async function answerAsIs(
  deps: Deps,
  call: ActionCall,
  { roundId, page }: { readonly roundId: number; readonly page: number },
  refusal: Refusal,
): Promise<void> {
  const now = call.view ? null : await asItIs(deps, call, roundId, page)
  if (now) await call.redraw(now.message)
  const isPublished = refusal.code === 'round_published' && now !== null
  return answerNo(call, isPublished ? { ...refusal, detail: { pairs: now.pairs } } : refusal)
}

/** A round's message as it is now, for a lead of its program; null where there is nothing to show. */
async function asItIs(
  deps: Deps,
  call: Call,
  roundId: number,
  page: number | ((pairs: readonly RoundPair[]) => number),
): Promise<{ readonly message: Message; readonly pairs: number } | null> {
  const { workspaceId, copy } = call
  const named = await findRound(deps.db, workspaceId, roundId)
  if (!named || !isLeadOf(call, named.programId)) return null
  const current = named.state === 'discarded' ? await proposedRound(deps.db, workspaceId, named.programId) : named
  const look = current && (await lookAtRound(deps, { workspaceId, roundId: current.id }, call.now))
  if (!look?.ok) return null
  const { round, program, pairs } = look.value
  if (round.state === 'proposed') {
    const shown = current === named ? (typeof page === 'number' ? page : page(pairs)) : 1
    return { pairs: pairs.length, message: roundMessage(copy, { ...look.value, page: shown }) }
  }
  const published = {
    roundId: round.id,
    programId: program.id,
    pairs: pairs.length,
    dropped: round.dropped,
    undone: await lookAtUndone(deps.db, workspaceId, round.undone),
    waiting: round.unpaired.length,
    nextRoundOn: program.nextRoundOn,
    firstTopic: firstTopic(program, localDate(round.publishedAt ?? call.now, program.tz)),
  }
  return { pairs: pairs.length, message: publishedMessage(copy, published) }
}

/**
 * A form has changed a round: the message it was opened from shows the round as it is, where Slack still lets it.
 * @param pair the two whose page is shown; left out: the page it showed
 */
export async function redrawRound(
  deps: Deps,
  call: Call & Pick<ActionCall | SubmissionCall, 'redraw'>,
  roundId: number,
  { page, at }: Origin,
  pair?: readonly [string, string],
): Promise<void> {
  if (at === '') return
  const holds = ({ members }: RoundPair) => pair?.every((id) => members.some((m) => m.id === id)) ?? false
  const now = await asItIs(deps, call, roundId, pair ? (pairs) => pageOf(pairs, holds) : page)
  if (now) await call.redraw(now.message, at)
}
