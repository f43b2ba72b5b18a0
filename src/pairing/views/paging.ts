import type { KnownBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { actions, button, context, divider } from '../../slack/blocks.ts'

/** Pairs on one page: three blocks each, and Slack takes 50 in a message. */
const PAIRS_A_PAGE = 10

/** What stands on a page. @param wanted from 1; what lies outside is brought inside */
export function onPage<T>(all: readonly T[], wanted: number) {
  const pages = Math.max(1, Math.ceil(all.length / PAIRS_A_PAGE))
  const page = Math.min(Math.max(1, wanted), pages)
  return { page, pages, shown: all.slice((page - 1) * PAIRS_A_PAGE, page * PAIRS_A_PAGE) }
}

/** The page on which the first such thing stands; the first page where there is none. */
export const pageOf = <T>(all: readonly T[], isWanted: (one: T) => boolean): number =>
  Math.floor(Math.max(0, all.findIndex(isWanted)) / PAIRS_A_PAGE) + 1

/** Where one is, and how to turn the page; nothing on a single page. @param id what is paged: `<id>/<page>` is the value */
export const pagingBlocks = (copy: Copy, action: string, id: number, page: number, pages: number): KnownBlock[] =>
  pages === 1
    ? []
    : [
        divider(),
        actions([
          ...(page > 1 ? [button(`${action}:previous`, copy.pairing.previous, `${id}/${page - 1}`)] : []),
          ...(page < pages ? [button(`${action}:next`, copy.pairing.next, `${id}/${page + 1}`)] : []),
        ]),
        context(copy.pairing.page(page, pages)),
      ]
