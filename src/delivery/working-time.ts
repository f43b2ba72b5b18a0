import { Temporal } from 'temporal-polyfill'

/** When messages come, and when people are asked to meet: local minutes of a working day. */
const OPENS = '09:00'
const CLOSES = '17:00'
/** as Date counts: Sunday is 0 */
const WEEKEND = [0, 6]
const DAY_MS = 86_400_000
const LAST_RESORT = 'UTC'

const zones = new Map<string, string>()

/** A zone that this machine does not know counts as UTC: a stale zone table must not stop a message. */
function known(tz: string): string {
  const found = zones.get(tz)
  if (found !== undefined) return found
  const zone = isKnown(tz) ? tz : LAST_RESORT
  zones.set(tz, zone)
  return zone
}

function isKnown(tz: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(tz)
    return true
  } catch {
    return false
  }
}

const zoned = (at: Date, tz: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(known(tz))

const day = (date: string): Temporal.PlainDate => Temporal.PlainDate.from(date)

/** The day it is there, `YYYY-MM-DD`. @param tz IANA name */
export const localDate = (at: Date, tz: string): string => zoned(at, tz).toPlainDate().toString()

/**
 * The instant at which clocks there show that time on that day. A time that the clocks jump over moves forward by the
 * length of the jump; one they show twice is the first.
 * @param time `HH:MM`
 */
export const atLocal = (date: string, time: string, tz: string): Date =>
  new Date(
    day(date).toZonedDateTime({ timeZone: known(tz), plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds,
  )

/** How far the clocks there are ahead of UTC at that instant, in minutes; west is negative. */
export const offsetMinutes = (at: Date, tz: string): number => zoned(at, tz).offsetNanoseconds / 60e9

/** Monday to Friday less the holidays. */
export const isWorkingDay = (date: string, holidays: readonly string[] = []): boolean =>
  !WEEKEND.includes(new Date(date).getUTCDay()) && !holidays.includes(date)

/** That day if it is a working day, else the next one. */
export function workingDayOnOrAfter(date: string, holidays: readonly string[] = []): string {
  let on = date
  while (!isWorkingDay(on, holidays)) on = addDays(on, 1)
  return on
}

/**
 * The nth working day after that day; before it where n is negative; the day itself where n is 0. The day counted from
 * need not be a working day: one after a Saturday is Monday, one before it Friday.
 */
export function addWorkingDays(date: string, n: number, holidays: readonly string[] = []): string {
  const step = Math.sign(n)
  let on = date
  for (let left = Math.abs(n); left > 0; left--) {
    do on = addDays(on, step)
    while (!isWorkingDay(on, holidays))
  }
  return on
}

/** From 09:00 until just before 17:00 there, on a working day. */
export function inWorkingHours(at: Date, tz: string, holidays: readonly string[] = []): boolean {
  const on = localDate(at, tz)
  return isWorkingDay(on, holidays) && at >= atLocal(on, OPENS, tz) && at < atLocal(on, CLOSES, tz)
}

/** The instant itself inside working hours there, else the next 09:00 of a working day. */
export function nextWorkingInstant(at: Date, tz: string, holidays: readonly string[] = []): Date {
  if (inWorkingHours(at, tz, holidays)) return at
  const today = localDate(at, tz)
  const isEarly = isWorkingDay(today, holidays) && at < atLocal(today, OPENS, tz)
  return atLocal(isEarly ? today : addWorkingDays(today, 1, holidays), OPENS, tz)
}

/** Calendar days later; earlier where n is negative. Asked hundreds of times for a pair: a day of UTC is 24 hours. */
export const addDays = (date: string, n: number): string =>
  new Date(Date.parse(date) + n * DAY_MS).toISOString().slice(0, 10)

/** Calendar months later; a day that the month does not have becomes its last. */
export const addMonths = (date: string, n: number): string => day(date).add({ months: n }).toString()
