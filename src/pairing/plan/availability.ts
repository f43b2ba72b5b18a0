const DAY = 1440

/** Part of the UTC day in minutes; `from` 0 to 1439, `to` after it and up to a day later. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Minutes east of UTC of a zone at noon UTC of a day; null when there is no such zone. */
export function offsetMinutes(tz: string, on: string): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'longOffset' }).formatToParts(
      new Date(`${on}T12:00:00Z`),
    )
    const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
    const found = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name)
    if (!found) return null
    const minutes = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0)
    return found[1] === '-' ? -minutes : minutes
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Local working hours as a span of the UTC day. Hours that end before they begin run over midnight. */
export function toUtc(hours: { from: number; to: number }, offset: number): Span {
  const from = (((hours.from - offset) % DAY) + DAY) % DAY
  return { from, to: from + ((((hours.to - hours.from) % DAY) + DAY) % DAY) }
}

/**
 * The longest stretch that two spans of the repeating day share, in minutes. Days repeat, so the second is laid beside
 * the first today, a day earlier and a day later.
 */
export function sharedMinutes(aFrom: number, aTo: number, bFrom: number, bTo: number): number {
  const today = Math.min(aTo, bTo) - Math.max(aFrom, bFrom)
  const earlier = Math.min(aTo, bTo - DAY) - Math.max(aFrom, bFrom - DAY)
  const later = Math.min(aTo, bTo + DAY) - Math.max(aFrom, bFrom + DAY)
  return Math.max(0, today, earlier, later)
}

/** The same stretch as a span; null when nothing is shared. */
export function sharedSpan(a: Span, b: Span): Span | null {
  let best: Span | null = null
  for (const shift of [0, -DAY, DAY]) {
    const from = Math.max(a.from, b.from + shift)
    const to = Math.min(a.to, b.to + shift)
    if (to > from && (best === null || to - from > best.to - best.from)) best = { from, to }
  }
  return best && { from: best.from % DAY, to: (best.from % DAY) + best.to - best.from }
}
