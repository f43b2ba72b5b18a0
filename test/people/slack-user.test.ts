import { expect, test } from 'vitest'
import { readSlackUser } from '../../src/people/slack-user.ts'

const read = (user: unknown) => readSlackUser(user, 'T1')

test.each([undefined, null, 'U1', 7, {}, { id: '' }, { id: null }])('%j is no user and is passed over', (user) => {
  expect(read(user)).toBeUndefined()
})

test('an id alone is enough', () => {
  expect(read({ id: 'U1', profile: null, tz: null })).toEqual({
    id: 'U1',
    name: 'U1',
    title: '',
    tz: 'UTC',
    locale: null,
    isGuest: false,
    isBot: false,
    isAdmin: false,
    isDeleted: false,
  })
})

test.each([
  [{ profile: { real_name: 'Ana Ruiz' }, name: 'aruiz' }, 'Ana Ruiz'],
  [{ real_name: 'Ana Ruiz', profile: { real_name: '' } }, 'Ana Ruiz'],
  [{ profile: { display_name: 'ana' }, name: 'aruiz' }, 'ana'],
  [{ name: 'aruiz' }, 'aruiz'],
  [{ name: ' \u202eAna\0 ' }, 'Ana'],
])('%j is called %s', (fields, name) => {
  expect(read({ id: 'U1', ...fields })?.name).toBe(name)
})

test.each([
  ['is_restricted', true],
  ['is_ultra_restricted', true],
  ['is_stranger', true],
  ['is_invited_user', true],
  ['team_id', 'T2'],
])('%s makes a guest', (field, value) => {
  expect(read({ id: 'U1', [field]: value })?.isGuest).toBe(true)
})

test('Slackbot is a bot although Slack says it is none', () => {
  expect(read({ id: 'USLACKBOT', is_bot: false })?.isBot).toBe(true)
})

test.each(['is_admin', 'is_owner', 'is_primary_owner'])('%s may appoint the first lead', (field) => {
  expect(read({ id: 'U1', [field]: true })?.isAdmin).toBe(true)
})

test('a zone nobody knows becomes UTC', () => {
  expect(read({ id: 'U1', tz: 'Mars/Olympus' })?.tz).toBe('UTC')
  expect(read({ id: 'U1', tz: 'Asia/Kathmandu' })?.tz).toBe('Asia/Kathmandu')
})
