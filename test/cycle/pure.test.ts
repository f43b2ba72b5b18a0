import { describe, expect, test } from 'vitest'
import { calendarLinks } from '../../src/cycle/calendar-links.ts'
import { planCycles } from '../../src/cycle/cadence.ts'
import { otherTopics } from '../../src/cycle/other-topics.ts'
import { cycleAt, cyclesOfPair } from '../../src/cycle/pair-cycle.ts'
import { readReference, referenceText } from '../../src/cycle/reference.ts'
import { guideIn, isSeniorLearner } from '../../src/cycle/roles.ts'
import { suggestSlots } from '../../src/cycle/slots.ts'
import { SIX_TOPICS } from './stage.ts'

const cycles = planCycles({ firstOn: '2026-02-01', cadence: 1, endsOn: null, topicKeys: SIX_TOPICS })

describe('the cycles of a pair', () => {
  test('the kickoff is its own, lasts to its first topic, and its check-in is the first', () => {
    const own = cyclesOfPair({ kickoffOn: '2026-02-17', firstCycleOn: '2026-03-01' }, cycles, '2026-09-01')
    expect(own[0]).toEqual({
      on: '2026-02-17',
      endsOn: '2026-03-01',
      number: 0,
      topicKey: null,
      isLast: false,
      checkIn: 1,
    })
    expect(own.slice(1).map((c) => [c.on, c.number, c.checkIn, c.isLast])).toEqual([
      ['2026-03-01', 2, 2, false],
      ['2026-04-01', 3, 3, false],
      ['2026-05-01', 4, 4, false],
      ['2026-06-01', 5, 5, false],
      ['2026-07-01', 6, 6, false],
      ['2026-08-01', 7, 7, true],
    ])
  })

  test('a pair for which no topic is left has its kickoff to the program’s end', () => {
    expect(cyclesOfPair({ kickoffOn: '2026-08-20', firstCycleOn: null }, cycles, '2026-09-01')).toMatchObject([
      { on: '2026-08-20', endsOn: '2026-09-01', isLast: true },
    ])
  })

  test('a day belongs to the cycle that began last; the eve of the kickoff to the kickoff', () => {
    const own = cyclesOfPair({ kickoffOn: '2026-01-15', firstCycleOn: '2026-02-01' }, cycles, '2026-09-01')
    expect(cycleAt(own, '2026-01-14')?.on).toBe('2026-01-15')
    expect(cycleAt(own, '2026-01-31')?.on).toBe('2026-01-15')
    expect(cycleAt(own, '2026-02-01')?.on).toBe('2026-02-01')
    expect(cycleAt([], '2026-02-01')).toBeUndefined()
  })
})

describe('who guides', () => {
  const two = [
    { personId: 'UA', role: 'learner' as const },
    { personId: 'UB', role: 'guide' as const },
  ]
  const both = ['UA', 'UB', 'UC'].map((personId) => ({ personId, role: 'both' as const }))
  const topic = (number: number) => ({ number, topicKey: 'x' })

  test('nobody in a kickoff', () => expect(guideIn(two, 'reverse', { number: 0, topicKey: null })).toBeNull())
  test('who came as guide, in every cycle of reverse and traditional', () => {
    expect([1, 2, 3].map((n) => guideIn(two, 'reverse', topic(n)))).toEqual(['UB', 'UB', 'UB'])
    expect(guideIn(two, 'traditional', topic(2))).toBe('UB')
  })
  test('each in turn where turns are taken, in a trio too', () => {
    expect([1, 2, 3].map((n) => guideIn(both.slice(0, 2), 'reciprocal', topic(n)))).toEqual(['UA', 'UB', 'UA'])
    expect([1, 2, 3, 4].map((n) => guideIn(both, 'cross-group', topic(n)))).toEqual(['UA', 'UB', 'UC', 'UA'])
  })

  test.each([
    ['reverse', null, null, true],
    ['traditional', 8, 2, false],
    ['reciprocal', 2, 5, true],
    ['reciprocal', 5, 2, false],
    ['reciprocal', 3, 3, false],
    ['cross-group', null, 3, false],
  ] as const)('in %s a learner of level %s under a guide of %s listens first: %s', (kind, guide, level, listens) => {
    expect(isSeniorLearner(kind, { id: 'UG', level: guide }, { id: 'UL', level })).toBe(listens)
  })
  test('the guide never does', () => {
    expect(isSeniorLearner('reverse', { id: 'UG', level: 1 }, { id: 'UG', level: 1 })).toBe(false)
    expect(isSeniorLearner('reverse', undefined, { id: 'UG', level: 1 })).toBe(false)
  })
})

describe('what a button carries', () => {
  test('reads back what was written', () => {
    expect(readReference(referenceText(12, '2026-11-01', 4))).toEqual({
      pairId: 12,
      cycleOn: '2026-11-01',
      choice: '4',
    })
    expect(readReference(referenceText(12, ''))).toEqual({ pairId: 12, cycleOn: '', choice: '' })
  })
  test.each([
    '',
    '{}',
    '12',
    '12/x/4',
    '12/2026-11-01/4/5',
    '-1/2026-11-01/',
    `${'9'.repeat(2001)}//`,
    'AAAA====',
    '12/2026-11-01/<b>',
  ])('refuses %j', (value) => expect(readReference(value)).toBeUndefined())
})

describe('suggested times', () => {
  const detroit = { tz: 'America/Detroit', hours: { from: 540, to: 1020 } }
  test('lie in both working days, two days apart, from tomorrow', () => {
    const berlin = { tz: 'Europe/Berlin', hours: { from: 540, to: 1080 } }
    const slots = suggestSlots([detroit, berlin], new Date('2026-03-02T12:00:00Z'), [], 3)
    expect(slots.map((at) => at.toISOString())).toEqual([
      '2026-03-03T15:00:00.000Z', // 10:00 in Detroit, 16:00 in Berlin
      '2026-03-05T15:00:00.000Z',
      '2026-03-09T14:00:00.000Z', // Detroit is an hour ahead by then
    ])
  })
  test('skip weekends and holidays', () => {
    const slots = suggestSlots([detroit], new Date('2026-03-06T12:00:00Z'), ['2026-03-09'], 1)
    expect(slots.map((at) => at.toISOString())).toEqual(['2026-03-10T14:00:00.000Z'])
  })
  test('are none where the days do not meet', () => {
    expect(suggestSlots([detroit, { tz: 'Asia/Tokyo', hours: null }], new Date('2026-03-02T12:00:00Z'), [], 2)).toEqual(
      [],
    )
    expect(suggestSlots([], new Date(0), [], 2)).toEqual([])
  })
})

test('three other subjects are those that come next, never this one or the look back', () => {
  expect(otherTopics(cycles, 'motivation').map((topic) => topic.key)).toEqual([
    'your-future-here',
    'impact-of-technology',
    'work-life-balance',
  ])
  const one = planCycles({ firstOn: '2026-02-01', cadence: 1, endsOn: null, topicKeys: ['motivation', 'look-back'] })
  expect(otherTopics(one, 'motivation')).toHaveLength(3)
})

test('calendar links name the talk and its hour in UTC', () => {
  const links = calendarLinks({ title: 'Talk with Luis & Ana', at: new Date('2026-11-05T19:00:00Z') })
  expect(new URL(links.google).searchParams.get('dates')).toBe('20261105T190000Z/20261105T200000Z')
  expect(new URL(links.google).searchParams.get('text')).toBe('Talk with Luis & Ana')
  expect(new URL(links.outlook).searchParams.get('startdt')).toBe('2026-11-05T19:00:00.000Z')
})
