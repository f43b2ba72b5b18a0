import type { KnownBlock } from '@slack/types'
import type { Copy } from '../../copy/copy.ts'
import { actions, button, clip, context, divider, escape, section } from '../../slack/blocks.ts'
import { ACTION, VIEW } from '../../slack/ids.ts'
import { modal } from '../../slack/inputs.ts'
import type { View } from '../../slack/message.ts'
import type { Waiter, WaitingLook } from '../look-at-waiting.ts'
import { unpairedWords } from '../reason-words.ts'
import { coverageText, peopleOrFew } from './coverage-text.ts'
import { onPage, pagingBlocks } from './paging.ts'

/** Who stands in the first answer; the others are one button away. */
const MOST_SHOWN = 5

/** Below the list of people: who waits, and what there is to place them with. */
export function waitingBlocks(copy: Copy, look: WaitingLook): KnownBlock[] {
  const { coverage, program } = look
  if (coverage.joined === 0 && !program.isPrivate) {
    return [divider(), section(copy.coverage.none(escape(program.name)))]
  }
  return [divider(), ...listBlocks(copy, look), section(coverageText(copy, look))]
}

function listBlocks(copy: Copy, look: WaitingLook): KnownBlock[] {
  const words = copy.coverage
  const { program, waiting } = look
  const name = escape(program.name)
  if (program.isPrivate) return [section(words.privateWaiting(name, peopleOrFew(copy, program, waiting.length)))]
  const lines = waiting.slice(0, MOST_SHOWN).map((waiter) => line(copy, look, waiter))
  return [
    section([words.waiting(name, waiting.length), ...lines].join('\n')),
    ...(waiting.length > MOST_SHOWN
      ? [actions([button(ACTION.waitingPage, words.showAll(waiting.length), `${program.id}/1`)])]
      : []),
  ]
}

/** Everybody who waits, a page at a time. */
export function waitingView(copy: Copy, look: WaitingLook, wanted: number): View {
  const words = copy.coverage
  const { program, waiting } = look
  const { page, pages, shown } = onPage(waiting, wanted)
  return modal({
    id: VIEW.notice,
    title: words.title,
    close: copy.general.close,
    blocks: [
      ...(program.isPrivate
        ? listBlocks(copy, look)
        : [
            section(words.waiting(escape(program.name), waiting.length)),
            ...shown.map((waiter) => section(line(copy, look, waiter))),
            ...pagingBlocks(copy, ACTION.waitingPage, program.id, page, pages),
            context(words.order),
          ]),
    ],
  })
}

const line = (copy: Copy, { names }: WaitingLook, { id, place, since, reason }: Waiter): string =>
  copy.coverage.waiter(
    place,
    escape(clip(names.full(id), 60)),
    copy.general.weekdayDate(since),
    reason === null ? copy.coverage.noReason : unpairedWords(copy, reason),
    reason !== null,
  )
