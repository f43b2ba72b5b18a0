import type { ViewOutput } from '@slack/bolt'
import { LOOK_ALIKES } from '../copy/look-alikes.ts'

type Values = ViewOutput['state']['values']
type Field = Values[string][string]

/** A submitted form, read by the names of its fields. What is absent or empty reads as '' or []. */
export interface Form {
  /** trimmed, with NUL and invisible direction marks taken out */
  text(name: string): string
  number(name: string): number | null
  choice(name: string): string
  choices(name: string): readonly string[]
  /** YYYY-MM-DD */
  date(name: string): string
  /** seconds since 1970 of a datetimepicker, as a Date */
  instant(name: string): Date | null
  person(name: string): string
  people(name: string): readonly string[]
  /** ids of the uploaded files */
  files(name: string): readonly string[]
}

// the joiners U+200C and U+200D stay: emoji and some scripts are written with them
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** What people typed, without characters that hide or turn text; a lone surrogate becomes U+FFFD. */
export const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '').replaceAll(INVISIBLE, '').trim()

/** Words copied from a message, with the signs they were written with. */
export const asWritten = (shown: string): string =>
  Object.entries(LOOK_ALIKES).reduce((text, [sign, alike]) => text.replaceAll(alike, sign), shown)

export function form(values: Values): Form {
  // a field of ours has one element, whatever its action id is called
  const field = (name: string): Field | undefined => Object.values(values[name] ?? {})[0]
  const choices = (name: string) =>
    field(name)
      ?.selected_options?.map((o) => o.value)
      .filter((v) => v !== undefined) ?? []
  return {
    text: (name) => clean(field(name)?.value ?? ''),
    number: (name) => {
      const typed = field(name)?.value
      return typed === null || typed === undefined || typed.trim() === '' || !Number.isFinite(Number(typed))
        ? null
        : Number(typed)
    },
    choice: (name) => field(name)?.selected_option?.value ?? '',
    choices,
    date: (name) => field(name)?.selected_date ?? '',
    instant: (name) => {
      const seconds = field(name)?.selected_date_time
      return typeof seconds === 'number' ? new Date(seconds * 1000) : null
    },
    person: (name) => field(name)?.selected_user ?? '',
    people: (name) => field(name)?.selected_users ?? [],
    files: (name) =>
      field(name)
        ?.files?.map((f) => f.id)
        .filter((id) => id !== undefined) ?? [],
  }
}
