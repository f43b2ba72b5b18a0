import { describe, expect, test } from 'vitest'
import {
  checkInDay,
  endsQuarter,
  firstCycleAfter,
  kickoffDay,
  planCycles,
  promptDay,
  reminderDay,
} from '../../src/cycle/cadence.ts'
import { addWorkingDays, atLocal } from '../../src/delivery/working-time.ts'
import { findCurriculum, topicKeys } from '../../src/program/curricula/curricula.ts'
import { firstTopic } from '../../src/program/first-topic.ts'

const KEYS = ['a', 'b', 'c', 'look-back']
const program = { firstOn: '2026-02-01', cadence: 1, endsOn: null, topicKeys: KEYS }
const starts = (p: Partial<typeof program> & { endsOn?: string | null }) =>
  planCycles({ ...program, ...p }).map((cycle) => cycle.startsOn)

describe('cycles of a program', () => {
  test('one a topic, each ending where the next begins, numbered from 1', () => {
    expect(planCycles(program)).toEqual([
      { startsOn: '2026-02-01', endsOn: '2026-03-01', number: 1, topicKey: 'a' },
      { startsOn: '2026-03-01', endsOn: '2026-04-01', number: 2, topicKey: 'b' },
      { startsOn: '2026-04-01', endsOn: '2026-05-01', number: 3, topicKey: 'c' },
      { startsOn: '2026-05-01', endsOn: '2026-06-01', number: 4, topicKey: 'look-back' },
    ])
  })

  test('a 31st becomes the last day of short months and comes back', () => {
    expect(starts({ firstOn: '2026-01-31' })).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
  })

  test('a leap day is kept where the year has one', () => {
    expect(starts({ firstOn: '2027-02-28', cadence: 12 })).toEqual([
      '2027-02-28',
      '2028-02-28',
      '2029-02-28',
      '2030-02-28',
    ])
    expect(starts({ firstOn: '2028-02-29', cadence: 12 })).toEqual([
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
    ])
  })

  test('a quarter has three months, over the turn of the year', () => {
    expect(starts({ firstOn: '2026-10-01', cadence: 3 })).toEqual([
      '2026-10-01',
      '2027-01-01',
      '2027-04-01',
      '2027-07-01',
    ])
  })

  test('a program that ends early still looks back last, and ends on its day', () => {
    expect(planCycles({ ...program, endsOn: '2026-04-15' }).map((c) => [c.startsOn, c.endsOn, c.topicKey])).toEqual([
      ['2026-02-01', '2026-03-01', 'a'],
      ['2026-03-01', '2026-04-01', 'b'],
      ['2026-04-01', '2026-04-15', 'look-back'],
    ])
  })
})

test.each([
  ['2026-04-01', 1], // a Wednesday
  ['2026-03-01', 2], // a Sunday
  ['2026-08-01', 3], // a Saturday
])('the first working day of %s is the %ith', (startsOn, day) => {
  expect(promptDay(startsOn, [])).toBe(`${startsOn.slice(0, 8)}0${day}`)
})

test('a holiday on the Monday after a weekend moves the first working day to the 4th', () => {
  expect(promptDay('2026-08-01', ['2026-08-03'])).toBe('2026-08-04')
})

test.each([
  ['America/New_York', '2026-03-09', '2026-03-09T13:00:00.000Z'], // the Monday after the clocks went forward
  ['America/New_York', '2026-11-02', '2026-11-02T14:00:00.000Z'], // and back
  ['Europe/London', '2026-04-01', '2026-04-01T08:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-05', '2026-10-04T22:00:00.000Z'], // half an hour of summer time
  ['Asia/Kathmandu', '2026-06-01', '2026-06-01T03:15:00.000Z'],
  ['Pacific/Apia', '2026-06-01', '2026-05-31T20:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-06-01', '2026-05-31T19:00:00.000Z'],
])('09:00 in %s on %s is %s', (tz, day, instant) => {
  expect(atLocal(promptDay(day, []), '09:00', tz).toISOString()).toBe(instant)
})

test.each([
  ['2026-01-14', '2026-01-14', '2026-01-15'], // Wednesday to Thursday
  ['2026-01-16', '2026-01-16', '2026-01-19'], // Friday to Monday
  ['2026-01-14', '2026-01-24', '2026-01-26'], // nobody was there for ten days: not in the past, and not on a Saturday
])('introduced on %s and looked at on %s, the kickoff is on %s', (introduced, today, kickoff) => {
  expect(kickoffDay(introduced, today, [])).toBe(kickoff)
})

test.each([
  ['2026-01-26', '2026-02-01'], // 5 working days before Monday, 2 February
  ['2026-01-27', '2026-03-01'],
  ['2026-04-24', '2026-05-01'],
  ['2026-04-27', null],
])('a pair with its kickoff on %s takes up the cycle of %s', (kickoffOn, cycleOn) => {
  expect(firstCycleAfter(kickoffOn, planCycles(program), [])?.startsOn ?? null).toBe(cycleOn)
})

test('holidays count against the five working days', () => {
  expect(firstCycleAfter('2026-01-26', planCycles(program), ['2026-01-28'])?.startsOn).toBe('2026-03-01')
})

test('the first topic a lead reads of before publishing is the one that pairs get, whatever day they are introduced', () => {
  const holidays = ['2026-01-28', '2026-03-02']
  const generations = findCurriculum('generations')
  const topics = generations ? topicKeys(generations) : []
  const told = { firstOn: '2026-02-01', endsOn: null, cadence: 1, curriculum: 'generations', holidays }
  const cycles = planCycles({ ...told, topicKeys: topics })
  for (let day = '2026-01-05'; day < '2026-10-15'; day = addWorkingDays(day, 1, holidays)) {
    const topic = firstTopic(told, day)
    const cycle = firstCycleAfter(kickoffDay(day, day, holidays), cycles, holidays)
    expect([day, topic?.on ?? null]).toEqual([day, cycle && promptDay(cycle.startsOn, holidays)])
    expect(topic === null || topic.introducedBy >= day).toBe(true)
  }
})

const march = { on: '2026-03-01', endsOn: '2026-04-01', isLast: false }
const last = { on: '2026-05-01', endsOn: '2026-06-01', isLast: true }

test.each([
  [march, null, '2026-03-25'], // five working days before the end
  [march, '2026-03-12', '2026-03-13'],
  [march, '2026-03-13', '2026-03-16'], // a Friday
  [march, '2026-03-31', '2026-04-01'], // asked in the new month
  [march, '2026-04-10', '2026-03-25'], // a date beyond the cycle is not waited for
  [last, '2026-05-29', '2026-05-29'], // before it is over
  [{ on: '2026-01-26', endsOn: '2026-02-01', isLast: false }, null, '2026-01-29'], // a short kickoff
])('the check-in of %j with a talk on %s comes on %s', (cycle, talkOn, day) => {
  expect(checkInDay(cycle, talkOn, [])).toBe(day)
})

test.each([
  [march, null, '2026-03-16'],
  [march, '2026-03-12', '2026-03-11'],
  [march, '2026-03-16', '2026-03-13'], // a Monday's talk is recalled on Friday
  [{ on: '2026-01-26', endsOn: '2026-02-01', isLast: false }, null, null],
])('the reminder of %j with a talk on %s comes on %s', (cycle, talkOn, day) => {
  expect(reminderDay(cycle, talkOn, [])).toBe(day)
})

test.each([
  [1, [3, 6, 9]],
  [2, [2, 3, 5, 6, 8, 9]],
  [3, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
])('with %i months a topic a quarter ends in cycles %j', (cadence, numbers) => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9].filter((number) => endsQuarter(number, cadence))).toEqual(numbers)
})
