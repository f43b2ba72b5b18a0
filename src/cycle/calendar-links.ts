/** What stands in a calendar; nothing about the program's answers or attributes. */
export interface CalendarEntry {
  readonly title: string
  readonly at: Date
}

const TALK_MINUTES = 60

/** Links that open one's own calendar with the entry filled in: no permission of ours is needed. */
export function calendarLinks(entry: CalendarEntry): { readonly google: string; readonly outlook: string } {
  const until = new Date(entry.at.getTime() + TALK_MINUTES * 60_000)
  const compact = (at: Date) => `${at.toISOString().replaceAll(/[-:]/gu, '').slice(0, 15)}Z`
  const google = new URLSearchParams({
    action: 'TEMPLATE',
    text: entry.title,
    dates: `${compact(entry.at)}/${compact(until)}`,
  })
  const outlook = new URLSearchParams({
    rru: 'addevent',
    subject: entry.title,
    startdt: entry.at.toISOString(),
    enddt: until.toISOString(),
  })
  return {
    google: `https://calendar.google.com/calendar/render?${google.toString()}`,
    outlook: `https://outlook.office.com/calendar/0/deeplink/compose?${outlook.toString()}`,
  }
}
