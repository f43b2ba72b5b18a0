import { describe, expect, test } from 'vitest'
import { type Addressed, DayCounts, decide } from '../../src/delivery/decide.ts'
import { sendInstant } from '../../src/delivery/send-window.ts'

const at = (iso: string) => new Date(iso)

describe('an hour for a group', () => {
  test.each([
    ['one zone', ['Europe/London', 'Europe/London'], '2026-02-02T08:00:00Z', '2026-02-02T09:00:00Z'],
    ['hours that overlap', ['Europe/London', 'America/New_York'], '2026-02-02T09:00:00Z', '2026-02-02T14:00:00Z'],
    ['now, where all work', ['Europe/London', 'America/New_York'], '2026-02-02T15:30:00Z', '2026-02-02T15:30:00Z'],
    ['over the weekend', ['Europe/London', 'America/New_York'], '2026-02-06T18:00:00Z', '2026-02-09T14:00:00Z'],
    [
      'three of them',
      ['Europe/London', 'Asia/Kathmandu', 'Europe/Athens'],
      '2026-02-02T12:00:00Z',
      '2026-02-03T09:00:00Z',
    ],
    // 09:00 to 17:00 of Auckland and London never meet: the one furthest west decides
    ['none that suits', ['Pacific/Auckland', 'Europe/London'], '2026-02-02T02:00:00Z', '2026-02-02T09:00:00Z'],
    [
      'none, and it is their day',
      ['Pacific/Auckland', 'Europe/London'],
      '2026-02-02T11:00:00Z',
      '2026-02-02T11:00:00Z',
    ],
    // no shared day before the week is over: Friday's hours of Kiritimati are Thursday's of Honolulu
    ['a day apart', ['Pacific/Kiritimati', 'Pacific/Honolulu'], '2026-02-02T23:00:00Z', '2026-02-02T23:00:00Z'],
  ])('%s', (_what, zones, now, expected) => expect(sendInstant(at(now), zones)).toEqual(at(expected)))

  test('the day an hour jumps in one zone and not yet in the other', () => {
    const zones = ['Europe/London', 'America/New_York']
    expect(sendInstant(at('2026-03-09T09:00:00Z'), zones)).toEqual(at('2026-03-09T13:00:00Z'))
    expect(sendInstant(at('2026-03-30T08:00:00Z'), zones)).toEqual(at('2026-03-30T13:00:00Z'))
  })

  test('holidays push it on', () => {
    const zones = ['Europe/London', 'America/New_York']
    expect(sendInstant(at('2026-02-02T09:00:00Z'), zones, ['2026-02-02'])).toEqual(at('2026-02-03T14:00:00Z'))
  })
})

describe('what is decided', () => {
  const now = at('2026-02-02T10:00:00Z')
  const recipients = new Map([
    ['U1', { tz: 'Europe/London', isActive: true }],
    ['U2', { tz: 'Pacific/Apia', isActive: true }],
    ['U3', { tz: 'Europe/London', isActive: false }],
  ])
  const message = (more: Partial<Addressed> = {}): Addressed => ({
    kind: { isUnasked: true },
    people: ['U1'],
    expiresOn: null,
    holidays: [],
    ...more,
  })

  test.each([
    ['somebody who left', { people: ['U3'] }, { skip: 'recipient_gone' }],
    ['somebody nobody knows', { people: ['U9'] }, { skip: 'recipient_gone' }],
    ['a group of which one left', { people: ['U1', 'U3'] }, { skip: 'recipient_gone' }],
    ['nobody at all', { people: [] }, { skip: 'recipient_gone' }],
    ['what was to come by yesterday', { expiresOn: '2026-02-01' }, { skip: 'expired' }],
    ['what is to come by today', { expiresOn: '2026-02-02' }, { send: true }],
    ['an answer at night', { people: ['U2'], kind: { isUnasked: false, isNow: true as const } }, { send: true }],
    ['a prompt at night', { people: ['U2'] }, { later: at('2026-02-02T20:00:00Z') }],
  ] as const)('%s', (_what, more, expected) =>
    expect(decide(message(more), recipients, new DayCounts(), now)).toEqual(expected),
  )

  test('the day that counts is the receiver’s: past in Apia, not in London', () => {
    const late = at('2026-02-02T11:30:00Z') // Tuesday, half past midnight in Apia
    const verdict = (people: string[]) =>
      decide(message({ people, expiresOn: '2026-02-02' }), recipients, new DayCounts(), late)
    expect([verdict(['U2']), verdict(['U1'])]).toEqual([{ skip: 'expired' }, { send: true }])
  })

  test('the third unasked message waits for tomorrow; one for an office does not', () => {
    const counts = new DayCounts()
    const next = () => decide(message(), recipients, counts, now)
    expect([next(), next(), next()]).toEqual([{ send: true }, { send: true }, { later: at('2026-02-03T09:00:00Z') }])
    expect(decide(message({ kind: { isUnasked: false } }), recipients, counts, now)).toEqual({ send: true })
  })
})
