import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkingDays,
  atLocal,
  inWorkingHours,
  isWorkingDay,
  localDate,
  nextWorkingInstant,
  offsetMinutes,
  workingDayOnOrAfter,
} from '../../src/delivery/working-time.ts'

const at = (iso: string) => new Date(iso)

describe('dates', () => {
  test.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2027-03-31', -1, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2027-05-15', 0, '2027-05-15'],
  ])('%s and %i months is %s', (date, n, expected) => expect(addMonths(date, n)).toBe(expected))

  test.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2027-03-14', 365, '2028-03-13'],
  ])('%s and %i days is %s', (date, n, expected) => expect(addDays(date, n)).toBe(expected))
})

describe('working days', () => {
  test.each([
    ['2026-12-01', '2026-12-01'], // Tuesday
    ['2026-11-01', '2026-11-02'], // Sunday
    ['2026-08-01', '2026-08-03'], // Saturday
    ['2027-01-01', '2027-01-04'], // a Friday that is a holiday
    ['2028-02-29', '2028-02-29'],
  ])('the first one on or after %s is %s', (date, expected) =>
    expect(workingDayOnOrAfter(date, ['2027-01-01'])).toBe(expected),
  )

  test.each([
    ['2026-12-04', 1, '2026-12-07'], // Friday to Monday
    ['2026-12-05', 1, '2026-12-07'], // Saturday to Monday
    ['2026-12-05', -1, '2026-12-04'],
    ['2026-12-07', -1, '2026-12-04'],
    ['2026-12-07', 0, '2026-12-07'],
    ['2026-12-23', 2, '2026-12-28'], // over a holiday and a weekend
    ['2026-12-28', -2, '2026-12-23'],
    ['2026-12-01', 10, '2026-12-15'],
  ])('%s and %i working days is %s', (date, n, expected) =>
    expect(addWorkingDays(date, n, ['2026-12-25'])).toBe(expected),
  )

  test('a weekend and a holiday are none', () => {
    expect(
      ['2026-12-04', '2026-12-05', '2026-12-06', '2026-12-25'].map((d) => isWorkingDay(d, ['2026-12-25'])),
    ).toEqual([true, false, false, false])
  })
})

describe('local time', () => {
  test.each([
    ['America/New_York', '2027-03-14', '09:00', '2027-03-14T13:00:00Z'], // after the spring jump
    ['America/New_York', '2027-03-14', '02:30', '2027-03-14T07:30:00Z'], // a time nobody's clock shows: 03:30
    ['America/New_York', '2027-11-07', '01:30', '2027-11-07T05:30:00Z'], // shown twice: the first
    ['Europe/London', '2027-03-28', '01:30', '2027-03-28T01:30:00Z'],
    ['Europe/London', '2027-10-31', '09:00', '2027-10-31T09:00:00Z'],
    ['Australia/Lord_Howe', '2027-10-03', '02:15', '2027-10-02T15:45:00Z'], // a jump of 30 minutes: 02:45
    ['Australia/Lord_Howe', '2027-04-04', '09:00', '2027-04-03T22:30:00Z'],
    ['Asia/Kathmandu', '2027-01-04', '09:00', '2027-01-04T03:15:00Z'],
    ['Pacific/Apia', '2027-01-04', '09:00', '2027-01-03T20:00:00Z'],
    ['Pacific/Kiritimati', '2027-01-04', '09:00', '2027-01-03T19:00:00Z'],
  ])('in %s, %s %s is %s', (tz, date, time, expected) => expect(atLocal(date, time, tz)).toEqual(at(expected)))

  test.each([
    ['Pacific/Kiritimati', '2027-01-31T10:00:00Z', '2027-02-01'],
    ['Pacific/Apia', '2027-12-31T11:00:00Z', '2028-01-01'],
    ['America/New_York', '2027-03-01T04:59:00Z', '2027-02-28'],
    ['Asia/Kathmandu', '2028-02-28T18:15:00Z', '2028-02-29'],
    ['Nowhere/Atlantis', '2027-01-31T23:00:00Z', '2027-01-31'],
  ])('in %s it is, at %s, %s', (tz, instant, expected) => expect(localDate(at(instant), tz)).toBe(expected))

  test('half hours and quarters ahead of UTC are told exactly', () => {
    const zones = ['Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC']
    expect(zones.map((tz) => offsetMinutes(at('2027-01-04T00:00:00Z'), tz))).toEqual([345, -210, 660, 0])
  })
})

describe('the next working instant', () => {
  test.each([
    ['America/New_York', '2027-03-12T23:00:00Z', '2027-03-15T13:00:00Z'], // Friday evening, the weekend of the jump
    ['America/New_York', '2027-11-05T22:00:00Z', '2027-11-08T14:00:00Z'],
    ['Europe/London', '2027-01-04T08:59:59Z', '2027-01-04T09:00:00Z'],
    ['Europe/London', '2027-01-04T09:00:00Z', '2027-01-04T09:00:00Z'],
    ['Europe/London', '2027-01-04T16:59:59Z', '2027-01-04T16:59:59Z'],
    ['Europe/London', '2027-01-04T17:00:00Z', '2027-01-05T09:00:00Z'],
    ['Australia/Lord_Howe', '2027-10-01T07:00:00Z', '2027-10-03T22:00:00Z'], // +10:30 on Friday, +11 on Monday
    ['Asia/Kathmandu', '2027-01-01T12:00:00Z', '2027-01-04T03:15:00Z'],
    ['Pacific/Apia', '2026-12-31T20:00:00Z', '2027-01-03T20:00:00Z'], // Friday there is the holiday
    ['Pacific/Kiritimati', '2027-01-03T18:00:00Z', '2027-01-03T19:00:00Z'], // Sunday in London, Monday there
  ])('in %s at %s is %s', (tz, now, expected) =>
    expect(nextWorkingInstant(at(now), tz, ['2027-01-01'])).toEqual(at(expected)),
  )

  test.each(['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'Nowhere'])(
    'in %s every hour of a year leads into working hours, never back',
    (tz) => {
      for (let hour = 0; hour < 365 * 24; hour += 11) {
        const now = new Date(Date.UTC(2027, 0, 1, hour))
        const next = nextWorkingInstant(now, tz)
        if (next < now || !inWorkingHours(next, tz)) throw new Error(`${now.toISOString()} -> ${next.toISOString()}`)
      }
    },
  )
})
