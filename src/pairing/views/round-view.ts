import type { KnownBlock } from '@slack/types'
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
import type { Round, RoundPair } from '../round.ts'
import { type Names, reasonWords, unpairedWords } from '../reason-words.ts'

/** What a lead looks at before publishing. */
export interface RoundPage {
  readonly program: { readonly name: string; readonly kind: KindId }
  readonly round: Round
  readonly pairs: readonly RoundPair[]
  /** people of this round without a level, and without a manager, on file */
  readonly noLevel: number
  readonly noManager: number
  readonly names: Names & { readonly full: (id: string) => string; readonly title: (id: string) => string }
  /** from 1; what lies outside is brought inside */
  readonly page: number
}

/** Pairs on one page: three blocks each, and Slack takes 50 in a message. */
export const PAIRS_A_PAGE = 10

/** Lines of people without a partner that a section holds. */
const UNPAIRED_SHOWN = 20

/** The proposed round: the answer first, then the pairs with their reasons, then who is left over and why. */
export function roundMessage(copy: Copy, data: RoundPage): Message {
  const words = copy.pairing
  const count = data.pairs.length
  const pages = Math.max(1, Math.ceil(count / PAIRS_A_PAGE))
  const page = Math.min(Math.max(1, data.page), pages)
  const shown = data.pairs.slice((page - 1) * PAIRS_A_PAGE, page * PAIRS_A_PAGE)
  const title = count === 0 ? words.noneTitle : words.readyTitle(count)
  return {
    text: words.proposedNotice(clip(data.program.name, 40), count),
    blocks: [
      header(title),
      section(summary(copy, data)),
      actions(buttons(copy, data)),
      ...(count > 0 ? [columns(copy, data.program.kind)] : []),
      ...shown.flatMap((pair) => pairBlocks(copy, data, pair)),
      ...(pages > 1 ? paging(copy, data.round.id, page, pages) : []),
      ...unpairedBlocks(copy, data),
    ],
  }
}

const summary = (copy: Copy, data: RoundPage): string =>
  copy.pairing.summary({
    program: escape(data.program.name),
    joined: data.round.figures.people,
    pairs: data.pairs.length,
    waiting: data.round.unpaired.length,
    noLevel: data.noLevel,
    noManager: data.noManager,
  })

function buttons(copy: Copy, { round, pairs }: RoundPage) {
  const words = copy.pairing
  const id = String(round.id)
  const publish = button(ACTION.pairPublish, words.publish(pairs.length), id, {
    style: 'primary',
    confirm: confirm(words.publishTitle, words.publishText(pairs.length), words.publishYes, words.publishNo),
  })
  return [
    ...(pairs.length > 0 ? [publish] : []),
    button(ACTION.pairRerun, words.rerun, id),
    button(ACTION.pairDetails, words.details, id),
  ]
}

const columns = (copy: Copy, kind: KindId) =>
  KINDS[kind].takesTurns
    ? context(copy.pairing.bothColumn)
    : fields([copy.pairing.guidesColumn, copy.pairing.learnsColumn])

function pairBlocks(copy: Copy, { names }: RoundPage, pair: RoundPair): KnownBlock[] {
  const cell = (id: string) => `*${escape(names.full(id))}*\n${escape(clip(names.title(id), 80))}`
  return [
    divider(),
    fields(pair.members.map((m) => cell(m.id))),
    context(escape(clip(reasonWords(copy, pair.reasons, names, 'lead'), 1500))),
  ]
}

const paging = (copy: Copy, roundId: number, page: number, pages: number): KnownBlock[] => [
  divider(),
  actions([
    ...(page > 1 ? [button(`${ACTION.pairPage}:previous`, copy.pairing.previous, `${roundId}/${page - 1}`)] : []),
    ...(page < pages ? [button(`${ACTION.pairPage}:next`, copy.pairing.next, `${roundId}/${page + 1}`)] : []),
  ]),
  context(copy.pairing.page(page, pages)),
]

function unpairedBlocks(copy: Copy, { round, names }: RoundPage): KnownBlock[] {
  if (round.unpaired.length === 0) return []
  const lines = round.unpaired
    .slice(0, UNPAIRED_SHOWN)
    .map((u) => `• ${escape(clip(names.full(u.id), 60))}: ${unpairedWords(copy, u)}`)
  const rest = round.unpaired.length - lines.length
  return [
    divider(),
    section(
      [
        copy.pairing.unpairedTitle(round.unpaired.length),
        ...lines,
        ...(rest > 0 ? [copy.pairing.more(rest)] : []),
      ].join('\n'),
    ),
  ]
}
