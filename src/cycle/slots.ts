import { addDays, atLocal, isWorkingDay, localDate } from '../delivery/working-time.ts'
import type { Hours } from '../people/person.ts'

/** Somebody's usual day: minutes since midnight in their zone. */
export interface Clocked {
  readonly tz: string
  readonly hours: Hours | null
}

const DEFAULT_HOURS: Hours = { from: 9 * 60, to: 17 * 60 }
const TALK_MINUTES = 60
const STEP_MINUTES = 30
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
  const { from, to } = first.hours ?? DEFAULT_HOURS
  const starts: number[] = []
  for (let at = Math.ceil(from / STEP_MINUTES) * STEP_MINUTES; at + TALK_MINUTES <= to; at += STEP_MINUTES) {
    starts.push(at)
  }
  return starts
    .toSorted((a, b) => Math.abs(a - BEST_AT) - Math.abs(b - BEST_AT) || a - b)
    .map((at) => atLocal(day, clock(at), first.tz))
    .find((at) => people.every((person) => suits(person, at, holidays)))
}

function suits(person: Clocked, at: Date, holidays: readonly string[]): boolean {
  const { from, to } = person.hours ?? DEFAULT_HOURS
  const day = localDate(at, person.tz)
  if (!isWorkingDay(day, holidays)) return false
  const minute = minuteOfDay(at, person.tz)
  return minute >= from && minute + TALK_MINUTES <= to
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function minuteOfDay(at: Date, tz: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: tz,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: 'hour' | 'minute') => Number(parts.find((p) => p.type === type)?.value ?? 0)
  return part('hour') * 60 + part('minute')
}
