import { expect, test } from 'vitest'
import { mayReach } from '../../src/slack/reach.ts'

test.each([
  ['https://hooks.slack.com/actions/T1/2/x', undefined, true],
  ['https://slack.com/api/', undefined, true],
  ['http://hooks.slack.com/actions', undefined, false],
  ['https://slack.com.evil.example/x', undefined, false],
  ['https://evilslack.com/x', undefined, false],
  ['http://127.0.0.1:3000/respond/1', 'http://127.0.0.1:3000/api/', true],
  ['http://127.0.0.1:3001/respond/1', 'http://127.0.0.1:3000/api/', false],
  ['not an address', undefined, false],
])('%s beside %s: %s', (url, api, may) => {
  expect(mayReach(url, api)).toBe(may)
})
