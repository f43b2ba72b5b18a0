import type { ReadLeads } from '../read-leads.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Kept, because making one takes a hundred times as long as using it; there is one for each zone and use. */
function format(at: Date, locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known.format(at)
  const fresh = new Intl.DateTimeFormat(locale, { ...options, timeZone })
  formats.set(key, fresh)
  return fresh.format(at)
}

function weekdayDate(at: Date, timeZone: string): string {
  const part = (options: Intl.DateTimeFormatOptions) => format(at, 'en-US', timeZone, options)
  return `${part({ weekday: 'long' })}, ${part({ day: 'numeric' })} ${part({ month: 'long' })}`
}

const list = (items: readonly string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items)

const day = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** leads named in a sentence; of more, two are named and the rest counted */
const MOST_LEADS_NAMED = 3

/** What belongs to no room: the app's own words around every answer. */
export const general = {
  questionsTo: (lead: string) => `Questions: ${lead}.`,
  fault: (reference: string, lead: string | null) =>
    `Sorry, I could not do that. The fault is mine; nothing was saved and nothing was sent. Please try again in a few minutes. If it happens again, give ${lead ?? 'whoever installed me'} this code: ${reference}.`,
  clickAgain: 'Slack waits three seconds for me, and I was slower. Nothing was changed. Please click once more.',
  tooLate: 'Slack waits three seconds for me, and I was slower. Nothing was changed.',
  tryAgain: 'Try again',
  didYouMean: (word: string) => `Did you mean \`/mentor ${word}\`? Nothing was changed.`,
  unknownWord: (word: string) => `I do not know "${word}".`,
  allCommands: 'All commands',
  helpTitle: 'What you can type here',
  helpForLeads: 'For program leads',
  notSetUp:
    'Mentoring is not set up here yet. An owner or admin of this Slack can start: `/mentor lead add @person` names the first program lead.',
  otherWorkspace: 'I am installed for another workspace, so I cannot answer here. Nothing was changed.',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  /** Tuesday, 20 January */
  weekdayDate: (date: string) => weekdayDate(day(date), 'UTC'),
  monthName: (date: string, locale = 'en-US') => format(day(date), locale, 'UTC', { month: 'long' }),
  shortMonth: (date: string, locale = 'en-US') => format(day(date), locale, 'UTC', { month: 'short', year: '2-digit' }),
  /** Tuesday, 20 January, 09:30 */
  time: (at: Date, tz: string) =>
    `${weekdayDate(at, tz)}, ${format(at, 'en-GB', tz, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`,
  list,
  /** what one may choose from: a, b, or c */
  either: (items: readonly string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(items),
  /** "Omar", "you and Ana", "Omar, Ana and 3 more leads" */
  leads: ({ others, isReader }: ReadLeads): string => {
    const all = [...(isReader ? ['you'] : []), ...others]
    if (all.length === 0) return "the program's leads"
    return list(all.length <= MOST_LEADS_NAMED ? all : [...all.slice(0, 2), `${all.length - 2} more leads`])
  },
  /** whether the verb after them stands in the singular */
  isOneLead: ({ others, isReader }: ReadLeads): boolean => others.length === 1 && !isReader,
  capital: (words: string): string => words.charAt(0).toUpperCase() + words.slice(1),
  people: (n: number) => (n === 1 ? '1 person' : `${n} people`),
  pairs: (n: number) => (n === 1 ? '1 pair' : `${n} pairs`),
}
