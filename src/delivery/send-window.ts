import { addWorkingDays, atLocal, localDate, nextWorkingInstant, offsetMinutes } from './working-time.ts'

/** How long a group waits for an hour that suits all in it. */
const PATIENCE_WORKING_DAYS = 2

/**
 * The first instant, `now` included, at which a message may come: in working hours of everybody it reaches or, where
 * none such comes within two working days, of the person furthest west.
 * @param zones  at least one IANA name
 */
export function sendInstant(now: Date, zones: readonly string[], holidays: readonly string[] = []): Date {
  const west = zones.toSorted((a, b) => offsetMinutes(now, a) - offsetMinutes(now, b))[0] ?? 'UTC'
  if (new Set(zones).size < 2) return nextWorkingInstant(now, west, holidays)
  const lastDay = addWorkingDays(localDate(now, west), PATIENCE_WORKING_DAYS, holidays)
  return commonInstant(now, zones, holidays, atLocal(lastDay, '23:59', west)) ?? nextWorkingInstant(now, west, holidays)
}

/** Goes from one person's next hour to another's until nobody moves it any more. */
function commonInstant(now: Date, zones: readonly string[], holidays: readonly string[], latest: Date): Date | null {
  let at = now
  while (at <= latest) {
    const next = zones.reduce((soonest, tz) => nextWorkingInstant(soonest, tz, holidays), at)
    if (next.getTime() === at.getTime()) return at
    at = next
  }
  return null
}
