import { Temporal } from 'temporal-polyfill'

/** The first morning of every company: 2026-01-05T09:00 in its zone. */
export const firstMorning = (tz: string): number =>
  Temporal.ZonedDateTime.from(`2026-01-05T09:00[${tz}]`).epochMilliseconds

/**
 * `at` plus an ISO 8601 duration. Years, months, weeks and days are counted on the calendar of the zone and keep the
 * time of day.
 * @throws RangeError when it is no duration
 */
export function after(at: number, duration: string, tz: string): number {
  const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(tz)
  return start.add(Temporal.Duration.from(duration)).epochMilliseconds
}

/** Seconds east of UTC at that instant. */
export function offsetAt(tz: string, at: number): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(tz).offsetNanoseconds / 1e9
}
