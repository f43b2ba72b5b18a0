import { type Copy, refusalText } from '../../copy/copy.ts'
import type { Refusal } from '../../copy/refusal.ts'
import { clip, escape } from '../../slack/blocks.ts'
import type { Message } from '../../slack/message.ts'
import { plainMessage } from '../../slack/views.ts'

/** The sentence of a refusal for mrkdwn: what people typed is shortened and made harmless in it. */
export const refusedText = (copy: Copy, refusal: Refusal): string =>
  refusalText(copy, {
    ...refusal,
    detail: Object.fromEntries(
      Object.entries(refusal.detail).map(([name, value]) => [
        name,
        typeof value === 'string' ? escape(clip(value, 80)) : value,
      ]),
    ),
  })

export const refusedMessage = (copy: Copy, refusal: Refusal): Message => plainMessage(refusedText(copy, refusal))

/** Errors beside their fields; undefined where none belongs to a field. */
export function fieldErrors(copy: Copy, refusals: readonly Refusal[]): Record<string, string> | undefined {
  const beside = refusals.flatMap((refusal) =>
    refusal.field === undefined ? [] : [[refusal.field, refusalText(copy, refusal)] as const],
  )
  return beside.length === 0 ? undefined : Object.fromEntries(beside.toReversed()) // the first error of a field stays
}
