import type { KnownBlock, Option, SectionBlockAccessory } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { clip, context, divider, escape, fields, option, overflow } from '../../slack/blocks.ts'
import { ACTION, member } from '../../slack/ids.ts'
import type { PlannedPair } from '../model.ts'
import { type Names, reasonWords } from '../reason-words.ts'
import type { RoundPair } from '../round.ts'

/** How people and skills are called, to a lead. */
export type LeadNames = Names & { readonly full: (id: string) => string; readonly title: (id: string) => string }

/** One pair as a lead reads it: who (guide first), and why. Three people of a trio stand side by side. */
export function pairBlocks(
  copy: Copy,
  names: LeadNames,
  pair: Pick<PlannedPair, 'members' | 'reasons'>,
  more: { readonly note?: string; readonly accessory?: SectionBlockAccessory } = {},
): KnownBlock[] {
  const cell = (id: string) => `*${escape(clip(names.full(id), 80))}*\n${escape(clip(names.title(id), 80))}`
  const reason = escape(clip(reasonWords(copy, pair.reasons, names, 'lead'), 1500))
  return [
    divider(),
    fields(
      pair.members.map((m) => cell(m.id)),
      more.accessory,
    ),
    context(more.note ? `${more.note} ${reason}` : reason),
  ]
}

/** What a lead may do with a proposed pair. @param page where the menu stands, so that the answer shows the same page */
export function pairMenu(copy: Copy, roundId: number, pair: RoundPair, page: number) {
  const words = copy.pairing.menu
  const choice = (text: string, verb: PairVerb): Option => option(text, `${verb}/${roundId}/${pair.id}/${page}`)
  return overflow(member(ACTION.pairMenu, pair.id), [
    pair.isLocked ? choice(words.unlock, 'unlock') : choice(words.lock, 'lock'),
    choice(words.other, 'other'),
    choice(words.unlink, 'unlink'),
  ])
}

export const PAIR_VERBS = ['lock', 'unlock', 'other', 'unlink'] as const
export type PairVerb = (typeof PAIR_VERBS)[number]
