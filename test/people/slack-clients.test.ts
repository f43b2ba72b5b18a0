import { WebClient } from '@slack/web-api'
import nock from 'nock'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { slackDirectory } from '../../src/people/slack-directory.ts'
import { slackFiles } from '../../src/people/slack-files.ts'
import { withoutNetwork } from '../support/no-network.ts'

const client = new WebClient('xoxb-test', { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true })
const files = slackFiles(client)
const URL_PRIVATE = 'https://files.slack.com/files-pri/T1-F1/people.csv'

beforeAll(withoutNetwork)
afterEach(() => nock.cleanAll())

const api = (method: string, answer: Record<string, unknown>) =>
  nock('https://slack.com').post(`/api/${method}`).reply(200, answer)
const aFile = (over: Record<string, unknown> = {}) =>
  api('files.info', { ok: true, file: { id: 'F1', user: 'U1', size: 3, url_private_download: URL_PRIVATE, ...over } })

test('a file is read with the app’s own token, from Slack’s own address', async () => {
  aFile()
  nock('https://files.slack.com', { reqheaders: { authorization: 'Bearer xoxb-test' } })
    .get('/files-pri/T1-F1/people.csv')
    .reply(200, 'id\n')
  expect(await files.download('F1', 'U1')).toEqual({ ok: true, value: Buffer.from('id\n') })
})

test.each([
  ['somebody else’s file', { user: 'U2' }, 'gone'],
  ['a file elsewhere', { url_private_download: 'https://evil.example/people.csv' }, 'gone'],
  ['a file of 9 MB', { size: 9_000_000 }, 'large'],
  ['a file without an address', { url_private_download: undefined }, 'gone'],
])('%s is refused unread', async (_, over, why) => {
  aFile(over)
  expect(await files.download('F1', 'U1')).toMatchObject({
    ok: false,
    refusal: { code: 'file_unreadable', detail: { why } },
  })
})

test.each([
  ['missing_scope', 'scope_missing'],
  ['file_not_found', 'file_unreadable'],
  ['file_deleted', 'file_unreadable'],
])('%s is answered by a sentence', async (error, code) => {
  api('files.info', { ok: false, error })
  expect(await files.download('F1', 'U1')).toMatchObject({ ok: false, refusal: { code } })
})

test('any other answer of Slack’s is a fault', async () => {
  api('files.info', { ok: false, error: 'internal_error' })
  await expect(files.download('F1', 'U1')).rejects.toThrow()
})

test('a list is uploaded into the person’s own conversation', async () => {
  api('conversations.open', { ok: true, channel: { id: 'D1' } })
  api('files.getUploadURLExternal', { ok: true, upload_url: 'https://files.slack.com/upload/1', file_id: 'F2' })
  nock('https://files.slack.com').post('/upload/1', 'id\n').reply(200, 'OK')
  const completed: string[] = []
  nock('https://slack.com')
    .post(
      '/api/files.completeUploadExternal',
      (body: Record<string, string>) => completed.push(body.channel_id ?? '') > 0,
    )
    .reply(200, { ok: true, files: [] })
  const sent = await files.upload({ name: 'people.csv', bytes: Buffer.from('id\n'), comment: 'Here' }, 'U1')
  expect(sent).toEqual({ ok: true, value: null })
  expect(completed).toEqual(['D1'])
})

test('without the permission to write files its name is said', async () => {
  api('conversations.open', { ok: true, channel: { id: 'D1' } })
  api('files.getUploadURLExternal', { ok: false, error: 'missing_scope' })
  const sent = await files.upload({ name: 'people.csv', bytes: Buffer.from(''), comment: '' }, 'U1')
  expect(sent).toMatchObject({ ok: false, refusal: { code: 'scope_missing', detail: { scope: 'files:write' } } })
})

test('the directory is read page by page, and waits as long as Slack asks', async () => {
  const pauses: number[] = []
  const page = (ids: readonly string[], next: string) => ({
    ok: true,
    members: ids.map((id) => ({ id })),
    response_metadata: { next_cursor: next },
  })
  api('users.list', page(['U1', 'U2'], 'more'))
  nock('https://slack.com')
    .post('/api/users.list', /cursor=more/u)
    .reply(429, '', { 'retry-after': '7' })
  nock('https://slack.com')
    .post('/api/users.list', /cursor=more/u)
    .reply(200, page(['U3'], ''))
  const directory = slackDirectory(client, async (seconds) => void pauses.push(seconds))
  expect(await directory.listUsers()).toEqual([{ id: 'U1' }, { id: 'U2' }, { id: 'U3' }])
  expect(pauses).toEqual([7])
})
