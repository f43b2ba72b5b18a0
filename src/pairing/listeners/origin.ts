import type { ActionCall } from '../../slack/listener.ts'
import { readPage } from './look-as-lead.ts'

/** The message that a form was opened from, so that it can be redrawn when the form has changed something. */
export interface Origin {
  /** what it shows, from 1 */
  readonly page: number
  /** '' where it is not known */
  readonly at: string
}

export const originOf = (call: ActionCall, page: string | undefined): Origin => ({
  page: readPage(page),
  at: call.redrawAt,
})

/** A form's metadata: what the form is about, and behind it where it came from. */
export const withOrigin = (metadata: string, { page, at }: Origin): string => `${metadata}\n${page}\n${at}`

/** Both again, as far as they are there. */
export function splitOrigin(text: string): { readonly metadata: string; readonly origin: Origin } {
  const [metadata = '', page, at = ''] = text.split('\n')
  return { metadata, origin: { page: readPage(page), at } }
}
