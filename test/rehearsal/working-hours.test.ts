import { expect, test } from 'vitest'
import { atWork, workingMoment } from '../../src/rehearsal/working-hours.ts'

const at = (iso: string) => Date.parse(iso)

test.each([
  ['inside the day stays', '2026-01-05T15:00:00Z', 'America/Detroit', '2026-01-05T15:00:00Z'],
  ['before nine waits for the morning', '2026-01-05T12:00:00Z', 'America/Detroit', '2026-01-05T14:05:00Z'],
  ['after five waits for the next day', '2026-01-05T23:00:00Z', 'America/Detroit', '2026-01-06T14:05:00Z'],
  ['Friday evening waits for Monday', '2026-01-09T23:00:00Z', 'America/Detroit', '2026-01-12T14:05:00Z'],
  ['the day the clocks go forward', '2026-03-08T12:00:00Z', 'America/Detroit', '2026-03-09T13:05:00Z'],
  ['Kiritimati is a day ahead', '2026-01-04T18:00:00Z', 'Pacific/Kiritimati', '2026-01-04T19:05:00Z'],
])('%s', (_what, from, tz, to) => {
  expect(new Date(atWork(at(from), tz, 5)).toISOString()).toBe(new Date(to).toISOString())
})

test('a moment some days on falls on a working day', () => {
  expect(new Date(workingMoment(at('2026-01-08T15:00:00Z'), 'America/Detroit', 2, 10)).toISOString()).toBe(
    '2026-01-12T15:00:00.000Z',
  )
})
