import type { Copy } from '../../copy/copy.ts'
import { actions, button, clip, escape, header, section } from '../../slack/blocks.ts'
import type { FirstTopic } from '../../program/first-topic.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'
import type { Absence } from '../undone.ts'

/** A pair that was not made, with full names. */
export interface UndoneNamed {
  readonly gone: readonly { readonly name: string; readonly why: Absence }[]
  readonly waiting: readonly string[]
  readonly placed: readonly string[]
}

export interface PublishedData {
  readonly roundId: number
  readonly programId: number
  readonly pairs: number
  readonly dropped: number
  /** of the dropped: whom somebody was missing, by full name */
  readonly undone: readonly UndoneNamed[]
  readonly waiting: number
  /** YYYY-MM-DD */
  readonly nextRoundOn: string | null
  readonly firstTopic: FirstTopic | null
}

/** pairs named at most */
const MOST_NAMED = 8
/** Slack takes 3,000 characters in a section. */
const MAX_SECTION = 2900

function undoneText(copy: Copy, undone: readonly UndoneNamed[]): string {
  const words = copy.pairing.undone
  const name = (full: string) => escape(clip(full, 60))
  const lines = undone.slice(0, MOST_NAMED).map(({ gone, waiting, placed }) => {
    const why = gone.map((one) => words[one.why](name(one.name)))
    return [
      words.pair(copy.general.list(why)),
      ...(waiting.length > 0 ? [words.waits(copy.general.list(waiting.map(name)), waiting.length)] : []),
      ...(placed.length > 0 ? [words.hasOther(copy.general.list(placed.map(name)), placed.length)] : []),
    ].join(' ')
  })
  const more = undone.length - lines.length
  return clip([...lines.map((line) => `• ${line}`), ...(more > 0 ? [words.more(more)] : [])].join('\n'), MAX_SECTION)
}

/** The two days of a first topic, in words. */
export const topicDays = (copy: Copy, topic: FirstTopic | null) =>
  topic && { on: copy.general.weekdayDate(topic.on), by: copy.general.weekdayDate(topic.introducedBy) }

/** What the proposal turns into once it is published. */
export function publishedMessage(copy: Copy, data: PublishedData): Message {
  const title = copy.pairing.publishedTitle(data.pairs)
  const next = data.nextRoundOn === null ? null : copy.general.weekdayDate(data.nextRoundOn)
  return {
    text: title,
    blocks: [
      header(title),
      ...(data.undone.length > 0 ? [section(undoneText(copy, data.undone))] : []),
      section(
        copy.pairing.published({
          ...data,
          dropped: data.dropped - data.undone.length,
          next,
          topic: topicDays(copy, data.firstTopic),
        }),
      ),
      actions([
        button(ACTION.pairRound, copy.pairing.showStanding, `${data.programId}/1`),
        button(ACTION.pairDetails, copy.pairing.details, String(data.roundId)),
      ]),
    ],
  }
}
