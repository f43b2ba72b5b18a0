import { addDays, atLocal, isWorkingDay, localDate, offsetMinutes } from '../delivery/working-time.ts'
import type { Hours } from '../people/person.ts'

/** Somebody's usual day: minutes since midnight in their zone. */
export interface Clocked {
  readonly tz: string
  readonly hours: Hours | null
}

const DEFAULT_HOURS: Hours = { from: 9 * 60, to: 17 * 60 }
const TALK_MINUTES = 60
const STEP_MINUTES = 30
const DAY_MINUTES = 1440
/** calendar days looked at from the first */
const HORIZON_DAYS = 21
const DAYS_BETWEEN = 2
/** minutes of the first person's day that suit best: late enough to have arrived, early enough to be fresh */
const BEST_AT = 10 * 60

/**
 * Times of an hour inside everybody's working hours, at most one a day and two days apart, the first on the day after
 * `now` or later; fewer, or none, where the hours hardly meet. Times are whole or half hours of the first person.
 */
export function suggestSlots(
  people: readonly Clocked[],
  now: Date,
  holidays: readonly string[],
  count: number,
): readonly Date[] {
  const [first] = people
  if (!first) return []
  const slots: Date[] = []
  const today = localDate(now, first.tz)
  for (let ahead = 1; ahead <= HORIZON_DAYS && slots.length < count; ahead++) {
    const slot = bestOf(people, first, addDays(today, ahead), holidays)
    if (!slot) continue
    slots.push(slot)
    ahead += DAYS_BETWEEN - 1
  }
  return slots
}

function bestOf(
  people: readonly Clocked[],
  first: Clocked,
  day: string,
  holidays: readonly string[],
): Date | undefined {
  // zones change their clocks at night, so the day's noon tells how far apart the two are while they work
  const noon = atLocal(day, '12:00', first.tz)
  const days = people.map((person) => ({
    hours: person.hours ?? DEFAULT_HOURS,
    ahead: offsetMinutes(noon, person.tz) - offsetMinutes(noon, first.tz),
  }))
  const best = startsIn(first.hours ?? DEFAULT_HOURS).find((at) =>
    days.every(({ hours, ahead }) => suits(hours, at + ahead, day, holidays)),
  )
  return best === undefined ? undefined : atLocal(day, clock(best), first.tz)
}

/** Whole and half hours of a day at which a talk still fits, the best first. */
function startsIn({ from, to }: Hours): readonly number[] {
  const starts: number[] = []
  for (let at = Math.ceil(from / STEP_MINUTES) * STEP_MINUTES; at + TALK_MINUTES <= to; at += STEP_MINUTES) {
    starts.push(at)
  }
  return starts.toSorted((a, b) => Math.abs(a - BEST_AT) - Math.abs(b - BEST_AT) || a - b)
}

/** @param minute counted from 00:00 of that day; before it or past it where somebody lives a day apart */
function suits({ from, to }: Hours, minute: number, day: string, holidays: readonly string[]): boolean {
  const daysAway = Math.floor(minute / DAY_MINUTES)
  const local = minute - daysAway * DAY_MINUTES
  return local >= from && local + TALK_MINUTES <= to && isWorkingDay(addDays(day, daysAway), holidays)
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
