import { asWritten } from '../slack/form.ts'

/** What makes two names of programs, or two answers to a question, the same: case, width and spaces do not matter, nor that it was copied from a message. */
export const nameKey = (name: string): string =>
  asWritten(name).normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase()
