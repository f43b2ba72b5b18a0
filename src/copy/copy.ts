import type { en } from './en/en.ts'
import type { Refusal } from './refusal.ts'
import { type Question, VISIBILITY } from './visibility.ts'

/** Every sentence people read. Another language is one more folder whose object has this type. */
export type Copy = typeof en

/** The sentence of a refusal, in that language. */
export const refusalText = (copy: Copy, refusal: Refusal): string => copy.refusals[refusal.code](refusal.detail)

/** "Seen by your partner and Dana.": who sees the answer to that question; `lead` is the lead's first name. */
export const seenBy = (copy: Copy, question: Question, lead: string): string =>
  copy.visibility.seenBy(VISIBILITY[question].map((reader) => copy.visibility.reader[reader](lead)))
