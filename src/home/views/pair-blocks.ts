import type { KnownBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { nextRoundText } from '../../enrollment/views/next-round.ts'
import { unpairedWords } from '../../pairing/reason-words.ts'
import { context, escape, section } from '../../slack/blocks.ts'
import type { Home, MyPair, MyPast, MyRest, MyWait } from '../home.ts'

/** A standing pair: partner, role, topic, dates. */
export function pairBlock(copy: Copy, pair: MyPair, { tz, now }: Pick<Home, 'tz' | 'now'>): KnownBlock {
  const words = copy.home
  const title = words.pair(escape(pair.program.name), copy.general.list([words.youFirst, ...pair.partners.map(escape)]))
  return section([title, pairText(copy, pair, tz, now)].join('\n'))
}

function pairText(copy: Copy, { cycle }: MyPair, tz: string, now: Date): string {
  const words = copy.home
  if (cycle === null) return words.beforeKickoff
  const topic =
    cycle.topic === null
      ? kickoffText(copy, cycle.kickoffOn)
      : words.topic(copy.general.monthName(cycle.on), escape(cycle.topic))
  const role = cycle.role === null ? '' : words[cycle.role]
  const last = cycle.endsOn === null ? '' : words.lastTopic(copy.general.weekdayDate(cycle.endsOn))
  const next = cycle.nextOn === null ? last : words.nextTopic(copy.general.weekdayDate(cycle.nextOn))
  return [topic, role, talkText(copy, cycle.talkAt, tz, now), next].filter((part) => part !== '').join(' ')
}

const kickoffText = ({ home: words, general }: Copy, on: string | null): string =>
  on === null ? words.kickoff : words.introduced(words.kickoff, general.weekdayDate(on))

function talkText(copy: Copy, at: Date | null, tz: string, now: Date): string {
  if (at === null) return copy.home.noDate
  const when = copy.general.time(at, tz)
  return at >= now ? copy.home.talkOn(when) : copy.home.talkedOn(when)
}

/** A place on a waiting list: which, why, when next. */
export function waitBlock(copy: Copy, wait: MyWait): KnownBlock {
  const words = copy.home
  const why = wait.reason === null ? '' : words.reason(unpairedWords(copy, wait.reason, 'self'))
  return section(
    [
      words.waiting(escape(wait.program.name)),
      [
        wait.ended.length === 0 ? '' : words.ended(copy.general.list(wait.ended.map(escape))),
        wait.place === null ? '' : words.place(wait.place, wait.all),
        wait.since === null ? '' : words.since(copy.general.weekdayDate(wait.since)),
        why,
        wait.unanswered === null ? '' : words.unanswered(escape(wait.unanswered)),
        nextRoundText(copy, wait.next),
        words.keepsPlace,
      ]
        .filter((part) => part !== '')
        .join(' '),
    ].join('\n'),
  )
}

/** A break, and its end. */
export const restBlock = (copy: Copy, rest: MyRest): KnownBlock =>
  section(
    `${copy.home.resting(escape(rest.program.name), copy.general.weekdayDate(rest.until))}\n${copy.home.restingNext}`,
  )

/** Pairs that have ended; when, and never why. */
export const pastBlocks = (copy: Copy, past: readonly MyPast[]): readonly KnownBlock[] =>
  past.length === 0
    ? []
    : [
        context(copy.home.historyTitle),
        context(
          ...past.map((one) =>
            copy.home.history(
              copy.general.list(one.partners.map(escape)),
              escape(one.program),
              copy.general.weekdayDate(one.from),
              copy.general.weekdayDate(one.to),
            ),
          ),
        ),
      ]
