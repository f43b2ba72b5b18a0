import type { KnownBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { divider, escape, section } from '../../slack/blocks.ts'
import type { StandingPair } from '../look-at-standing.ts'
import { unpairedWords } from '../reason-words.ts'
import { type LeadNames, pairBlocks, pairMenu } from './pair-blocks.ts'
import type { RoundPage } from './round-view.ts'
import { standingBlocks } from './standing-view.ts'

/** Pairs and people shown of a search: three blocks each, of the 100 that a window holds. */
const SHOWN = 12

export interface Found {
  readonly query: string
  readonly people: number
  readonly more: number
  readonly blocks: readonly KnownBlock[]
}

/** Who of a proposed round is called so: their pairs with the menu, or why they wait. */
export function foundInRound(
  copy: Copy,
  { round, pairs, names }: Pick<RoundPage, 'round' | 'pairs' | 'names'>,
  query: string,
): Found {
  const isCalled = called(names, query)
  const hits = pairs.filter((pair) => pair.members.some((m) => isCalled(m.id)))
  const waiting = round.unpaired.filter((u) => isCalled(u.id))
  const shown = hits.slice(0, SHOWN)
  const alone = waiting.slice(0, SHOWN - shown.length)
  const blocks = [
    ...shown.flatMap((pair) =>
      pairBlocks(copy, names, pair, {
        accessory: pairMenu(copy, round.id, pair, 1),
        ...(pair.isLocked && { note: copy.pairing.lockedNote }),
      }),
    ),
    ...alone.flatMap((u) => [divider(), section(`*${escape(names.full(u.id))}*: ${unpairedWords(copy, u)}`)]),
  ]
  const people = hits.flatMap((pair) => pair.members).filter((m) => isCalled(m.id)).length + waiting.length
  return { query, people, more: hits.length + waiting.length - shown.length - alone.length, blocks }
}

/** Who of the published pairs is called so. */
export function foundStanding(
  copy: Copy,
  { pairs, names }: { readonly pairs: readonly StandingPair[]; readonly names: LeadNames },
  query: string,
): Found {
  const isCalled = called(names, query)
  const hits = pairs.filter((pair) => pair.members.some((m) => isCalled(m.id)))
  const shown = hits.slice(0, SHOWN)
  const people = hits.flatMap((pair) => pair.members).filter((m) => isCalled(m.id)).length
  return {
    query,
    people,
    more: hits.length - shown.length,
    blocks: shown.flatMap((pair) => standingBlocks(copy, names, pair, 1)),
  }
}

/** Case, accents and width do not matter, nor which part of the name it is. */
const called = (names: LeadNames, query: string) => {
  const wanted = bare(query)
  return (id: string) => wanted !== '' && bare(names.full(id)).includes(wanted)
}

const bare = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
