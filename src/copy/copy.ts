import type { en } from './en/en.ts'
import { unformatted } from './look-alikes.ts'
import type { Refusal } from './refusal.ts'
import { type Question, TRACES, VISIBILITY } from './visibility.ts'

/** Every sentence people read. Another language is one more folder whose object has this type. */
export type Copy = typeof en

/** The sentence of a refusal, in that language. */
export const refusalText = (copy: Copy, refusal: Refusal): string =>
  copy.refusals[refusal.code](
    Object.fromEntries(Object.entries(refusal.detail).map(([name, value]) => [name, harmless(value)])),
  )

/** What people typed, short and without the signs that would make it alive in a message, or format it. */
const harmless = (value: string | number): string | number =>
  typeof value === 'number' ? value : unformatted(value.slice(0, 300)).replaceAll('<', '‹').replaceAll('>', '›')

/**
 * "Seen by your partner and the program's leads.": who sees the answer to that question, from the table that stores
 * obey, and what can be told without seeing it.
 */
export const seenBy = (copy: Copy, question: Question): string =>
  [
    copy.visibility.seenBy(VISIBILITY[question].map((reader) => copy.visibility.reader[reader])),
    tracesOf(copy, question),
  ]
    .filter(Boolean)
    .join(' ')

/** What can be told of the answers to those questions by somebody who is shown none; each sentence once. */
export const tracesOf = (copy: Copy, ...questions: readonly Question[]): string =>
  [...new Set(questions.flatMap((question) => TRACES[question] ?? []))]
    .map((trace) => copy.visibility.trace[trace])
    .join(' ')
