import type { KnownBlock } from '@slack/types'
import { localDate } from '../../delivery/working-time.ts'
import type { Copy } from '../../copy/copy.ts'
import { KINDS, type KindId } from '../../program/kinds.ts'
import {
  actions,
  button,
  clip,
  confirm,
  context,
  divider,
  escape,
  fields,
  header,
  section,
} from '../../slack/blocks.ts'
import { ACTION } from '../../slack/ids.ts'
import type { Message } from '../../slack/message.ts'
import { leastChangeWords, unpairedWords } from '../reason-words.ts'
import type { Round, RoundPair } from '../round.ts'
import type { RoundDates } from '../round-dates.ts'
import { stampOf } from '../stamp.ts'
import { type LeadNames, pairBlocks, pairMenu } from './pair-blocks.ts'
import { onPage, pagingBlocks } from './paging.ts'
import { topicDays } from './published-view.ts'

/** What a lead looks at before publishing. */
export interface RoundPage {
  readonly program: { readonly id: number; readonly name: string; readonly kind: KindId; readonly tz: string }
  readonly round: Round
  readonly pairs: readonly RoundPair[]
  /** people of this round without a level, and without a manager, on file */
  readonly noLevel: number
  readonly noManager: number
  /** pairs of earlier rounds that stand in the program */
  readonly standing: number
  readonly names: LeadNames
  readonly dates: RoundDates
  /** from 1; what lies outside is brought inside */
  readonly page: number
  /** reminder: it was sent before and still waits */
  readonly as?: 'proposed' | 'reminder'
  /** when the pairs were proposed that this round took the place of */
  readonly replaced?: Date | null
}

/** Lines of people without a partner that a section holds. */
const UNPAIRED_SHOWN = 20

/** The proposed round: the answer first, then the pairs with their reasons, then who is left over and why. */
export function roundMessage(copy: Copy, data: RoundPage): Message {
  const words = copy.pairing
  const count = data.pairs.length
  const { page, pages, shown } = onPage(data.pairs, data.page)
  const name = clip(data.program.name, 40)
  const menu = (pair: RoundPair) => ({
    accessory: pairMenu(copy, data.round.id, pair, page),
    ...(pair.isLocked && { note: words.lockedNote }),
  })
  return {
    text: data.as === 'reminder' ? words.reminderNotice(name, count) : words.proposedNotice(name, count),
    blocks: [
      header(count === 0 ? words.noneTitle : words.readyTitle(count)),
      section(summary(copy, data)),
      ...leastChangeBlocks(copy, data),
      actions(mainButtons(copy, data)),
      actions(moreButtons(copy, data, page)),
      ...(count > 0 ? [columns(copy, data.program.kind)] : []),
      ...shown.flatMap((pair) => pairBlocks(copy, data.names, pair, menu(pair))),
      ...pagingBlocks(copy, ACTION.pairPage, data.round.id, page, pages),
      ...unpairedBlocks(copy, data),
    ],
  }
}

function summary(copy: Copy, page: RoundPage): string {
  const { program, round, pairs, noLevel, noManager, standing, replaced } = page
  const words = copy.pairing
  if (round.isSmall) return words.smallSummary(escape(program.name), pairs.length)
  return words.summary({
    program: escape(program.name),
    joined: new Set([...pairs.flatMap((pair) => pair.members.map((m) => m.id)), ...round.unpaired.map((u) => u.id)])
      .size,
    pairs: pairs.length,
    waiting: round.unpaired.length,
    noLevel,
    noManager,
    standing,
    replaced: replaced ? copy.general.weekdayDate(localDate(replaced, program.tz)) : null,
  })
}

function leastChangeBlocks(copy: Copy, { round, names }: RoundPage): KnownBlock[] {
  return round.leastChange === null ? [] : [section(escape(leastChangeWords(copy, round.leastChange, names)))]
}

function mainButtons(copy: Copy, { round, pairs, dates }: RoundPage) {
  const words = copy.pairing
  const id = String(round.id)
  const publish = button(ACTION.pairPublish, words.publish(pairs.length), `${id}/${stampOf(pairs)}`, {
    style: 'primary',
    confirm: confirm(words.publishTitle, publishText(copy, pairs.length, dates), words.publishYes, words.publishNo),
  })
  return [
    ...(pairs.length > 0 ? [publish] : []),
    button(ACTION.pairRerun, round.isSmall ? words.rerunAll : pairs.length > 0 ? words.rerun : words.lookAgain, id),
    button(ACTION.pairDetails, words.details, id),
  ]
}

const publishText = (copy: Copy, pairs: number, { toldOn, firstTopic }: RoundDates) =>
  copy.pairing.publishText(pairs, {
    told: toldOn === null ? null : copy.general.weekdayDate(toldOn),
    topic: topicDays(copy, firstTopic),
  })

const moreButtons = (copy: Copy, { program, round, standing }: RoundPage, page: number) => [
  button(ACTION.pairSearch, copy.pairing.search, `round/${round.id}/${page}`),
  button(ACTION.pairHand, copy.pairing.hand, `${program.id}/${page}`),
  standing > 0
    ? button(ACTION.pairRound, copy.pairing.showStanding, `${program.id}/1`)
    : button(`${ACTION.pairPage}:again`, copy.pairing.again, `${round.id}/${page}`),
]

const columns = (copy: Copy, kind: KindId) =>
  KINDS[kind].takesTurns
    ? context(copy.pairing.bothColumn)
    : fields([copy.pairing.guidesColumn, copy.pairing.learnsColumn])

function unpairedBlocks(copy: Copy, { round, names }: RoundPage): KnownBlock[] {
  if (round.unpaired.length === 0) return []
  const lines = round.unpaired
    .slice(0, UNPAIRED_SHOWN)
    .map((u) => `• ${escape(clip(names.full(u.id), 60))}: ${unpairedWords(copy, u)}`)
  const rest = round.unpaired.length - lines.length
  const title = copy.pairing.unpairedTitle(round.unpaired.length)
  return [divider(), section([title, ...lines, ...(rest > 0 ? [copy.pairing.more(rest)] : [])].join('\n'))]
}
