import type { Copy } from '../../copy/copy.ts'
import { context, escape, option, section } from '../../slack/blocks.ts'
import { VIEW } from '../../slack/ids.ts'
import { input, modal, personSelect, radio } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import { type Names, reasonWords } from '../reason-words.ts'
import type { HandLook } from '../pair-by-hand.ts'
import type { RoundPair } from '../round.ts'
import type { LeadNames } from './pair-blocks.ts'

/**
 * Two people to pair by hand; from a pair's menu, which of the pair and with whom instead.
 * @param metadata goes round with the form: the program, and the pair where there is one
 */
export function handView(
  copy: Copy,
  metadata: string,
  from?: { readonly pair: RoundPair; readonly names: LeadNames },
): View {
  const words = copy.pairing
  const who = from
    ? input(
        'one',
        words.handFrom,
        radio(
          from.pair.members.map((m) => option(from.names.full(m.id), m.id)),
          from.pair.members[0]?.id,
        ),
      )
    : input('one', words.handOne, personSelect())
  return modal({
    id: VIEW.pairHand,
    title: words.handTitle,
    submit: words.handNext,
    close: copy.general.cancel,
    metadata,
    blocks: [who, input('other', words.handOther, personSelect(), { hint: words.handHint }), context(words.handTries)],
  })
}

/** What it would do and cost, before it is done. @param metadata names the two and where they come from */
export function handSureView(
  copy: Copy,
  look: HandLook,
  more: { readonly names: Names & { readonly full: (id: string) => string }; readonly metadata: string },
): View {
  const words = copy.pairing
  const { names } = more
  const called = (ids: readonly string[]) => escape(copy.general.list(ids.map(names.full)))
  const changes = [
    ...(look.broken.length === 0 ? [words.handWords.nothingElse] : [words.handWords.apart(look.broken.length)]),
    ...look.formed.map((pair) => words.handWords.formed(called(pair.members.map((m) => m.id)))),
    ...(look.left.length === 0 ? [] : [words.handWords.left(called(look.left), look.left.length)]),
    ...(look.isApart ? [words.handWords.isTry] : []),
  ]
  return modal({
    id: VIEW.pairHandSure,
    title: words.handTitle,
    submit: words.handYes,
    close: copy.general.cancel,
    metadata: more.metadata,
    blocks: [
      section(`*${called(look.made.members.map((m) => m.id))}*`),
      context(escape(reasonWords(copy, look.made.reasons, names, 'lead'))),
      section(changes.join(' ')),
      ...(look.price === null ? [] : [section(priceWords(copy, look.price))]),
      ...(look.isPriceKept ? [context(words.handWords.priceKept)] : []),
    ],
  })
}

function priceWords(copy: Copy, price: NonNullable<HandLook['price']>): string {
  const words = copy.pairing.handWords
  const parts = [
    ...(price.people > 0 ? [words.people(price.people)] : []),
    ...(price.people < 0 ? [words.morePeople(-price.people)] : []),
    ...(price.repeats > 0 ? [words.repeats(price.repeats)] : []),
    ...(price.total > 0 ? [words.points(price.total)] : []),
  ]
  return parts.length === 0 ? words.free : words.cost(copy.general.list(parts))
}

/** Done: where to see it. */
export const handDoneView = (copy: Copy): View =>
  modal({
    id: VIEW.pairHandSure,
    title: copy.pairing.handTitle,
    close: copy.general.close,
    blocks: [section(`${copy.pairing.handDone} ${copy.pairing.handDoneNext}`)],
  })
