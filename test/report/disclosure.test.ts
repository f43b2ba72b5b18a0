import { expect, test } from 'vitest'
import { mayRelease, peopleIn, roundedMean, roundedShare, wilson } from '../../src/report/disclosure.ts'

test.each([
  [0, 0, null],
  [0, 7, 0],
  [7, 7, 100],
  [1, 3, 35],
  [1, 40, 5],
  [12, 24, 50],
])('%i of %i is %s percent, in steps of 5', (part, whole, percent) => {
  expect(roundedShare(part, whole)).toBe(percent)
})

test('no values have no mean', () => {
  expect(roundedMean([])).toBeNull()
  expect(roundedMean([4, 5, 4])).toBe(4.3)
})

test.each([
  [4, 4, false],
  [5, 4, false],
  [5, 5, true],
  [40, 0, false],
])('%i people, %i of them new: released %s', (all, changed, may) => {
  expect(mayRelease(all, changed)).toBe(may)
})

test('people count once, however often they answered', () => {
  expect(peopleIn(['U1', 'U2', 'U1'])).toBe(2)
})

test('the interval of a share contains it and stays between 0 and 100', () => {
  expect(wilson(0, 0)).toBeNull()
  expect(wilson(0, 10)).toEqual({ low: 0, high: 30 })
  expect(wilson(10, 10)).toEqual({ low: 70, high: 100 })
  expect(wilson(50, 100)).toEqual({ low: 40, high: 60 })
})
