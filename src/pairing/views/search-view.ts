import type { KnownBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { clip, divider, escape, section } from '../../slack/blocks.ts'
import { VIEW } from '../../slack/ids.ts'
import { input, modal, textInput } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'

/** Longest name somebody may look for. */
export const QUERY_MAX = 60

/**
 * Finds a person among hundreds of pairs by a part of their name.
 * @param metadata goes round with the form: where is searched, and from where it was opened
 * @param found what was found so far, and how much more
 */
export function searchView(
  copy: Copy,
  metadata: string,
  found?: {
    readonly query: string
    readonly people: number
    readonly more: number
    readonly blocks: readonly KnownBlock[]
  },
): View {
  const words = copy.pairing
  return modal({
    id: VIEW.roundSearch,
    title: words.searchTitle,
    submit: words.searchYes,
    close: copy.general.close,
    metadata,
    blocks: [
      input('name', words.searchLabel, textInput({ max: QUERY_MAX, ...(found && { initial: found.query }) })),
      ...(found
        ? [
            section(words.found(found.people, escape(clip(found.query, QUERY_MAX)))),
            ...found.blocks,
            ...(found.more > 0 ? [divider(), section(words.foundMore(found.more))] : []),
          ]
        : []),
    ],
  })
}
