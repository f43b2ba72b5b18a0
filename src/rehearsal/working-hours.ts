import { Temporal } from 'temporal-polyfill'

const FIRST_HOUR = 9
const LAST_HOUR = 17
const SATURDAY = 6

/**
 * The same instant where somebody is at work then, Monday to Friday from 09:00 to 17:00 in their zone; else the next
 * morning at nine, so many minutes later.
 * @param at ms since 1970
 * @param minutes drawn, so that not everybody acts at nine sharp
 */
export function atWork(at: number, tz: string, minutes: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(tz)
  if (local.dayOfWeek < SATURDAY && local.hour >= FIRST_HOUR && local.hour < LAST_HOUR) return at
  let day = local.hour < FIRST_HOUR ? local.toPlainDate() : local.toPlainDate().add({ days: 1 })
  while (day.dayOfWeek >= SATURDAY) day = day.add({ days: 1 })
  const morning = day.toZonedDateTime({ timeZone: tz, plainTime: new Temporal.PlainTime(FIRST_HOUR) })
  return morning.add({ minutes }).epochMilliseconds
}

/** A working day so many days on, at that hour of theirs, in ms. */
export function workingMoment(at: number, tz: string, days: number, hour: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(tz)
  let day = local.toPlainDate().add({ days })
  while (day.dayOfWeek >= SATURDAY) day = day.add({ days: 1 })
  return day.toZonedDateTime({ timeZone: tz, plainTime: new Temporal.PlainTime(hour) }).epochMilliseconds
}
