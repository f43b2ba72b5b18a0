import type { Copy } from '../copy/copy.ts'
import { context, escape, fields, mention, section } from '../slack/blocks.ts'
import type { Message } from '../slack/message.ts'
import type { Health } from './health.ts'
import type { Trouble } from './health-store.ts'

/** First the answer, then the figures, then whom it concerns and why; never which message. */
export function healthMessage(copy: Copy, health: Health): Message {
  const words = copy.delivery
  const { counts } = health
  const answer = answerOf(copy, health)
  const named = health.troubles.map((trouble) => lineOf(copy, trouble))
  const more = counts.failed + counts.doubtful - named.length
  return {
    text: words.notice,
    blocks: [
      section(answer.join(' ')),
      fields([
        `${words.counts.due}\n${counts.due}`,
        `${words.counts.sent}\n${counts.sent}`,
        `${words.counts.doubtful}\n${counts.doubtful}`,
        `${words.counts.failed}\n${counts.failed}`,
      ]),
      ...(named.length > 0 ? [section([...named, ...(more > 0 ? [words.more(more)] : [])].join('\n'))] : []),
      context(tickLine(copy, health), named.length > 0 ? words.whatYouCanDo : words.nothingNeeded),
    ],
  }
}

function answerOf({ delivery: words }: Copy, { stopped, isClockWrong, counts }: Health): string[] {
  if (stopped !== null) return [words.stopped(escape(stopped))]
  if (isClockWrong) return [words.clockWrong]
  const troubled = words.needsLook(counts.failed, counts.doubtful)
  const stuck = counts.stuck > 0 ? words.waiting(counts.stuck) : ''
  return troubled || stuck ? [troubled, stuck].filter(Boolean) : [words.allWell]
}

function tickLine({ delivery: words }: Copy, { lastTick, faults }: Health): string {
  if (lastTick === null) return words.neverTicked
  const last = words.lastTick(inReadersTime(lastTick))
  return faults === null ? last : `${last} ${words.plannerFault(escape(faults))}`
}

/** Slack shows it in the reader's own zone. */
const inReadersTime = (at: Date): string =>
  `<!date^${Math.floor(at.getTime() / 1000)}^{date_long}, {time}|${at.toISOString().slice(0, 16).replace('T', ' ')} UTC>`

function lineOf({ delivery: words }: Copy, { person, state, reason }: Trouble): string {
  const known: Readonly<Record<string, string>> = words.reasons
  return words.person(
    person === null ? words.group : mention(person),
    state,
    known[reason] ?? words.otherReason(escape(reason)),
  )
}
