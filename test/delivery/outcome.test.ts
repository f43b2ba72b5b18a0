import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classify, type Failure } from '../../src/delivery/outcome.ts'
import { type Answer, clientAt, httpSlack } from './support/http-slack.ts'

const NOW = new Date('2026-02-02T09:00:00Z')

let slack: Awaited<ReturnType<typeof httpSlack>>
beforeAll(async () => {
  slack = await httpSlack()
})
afterAll(() => slack.close())

async function failureOf(answer: Answer, client = slack.client): Promise<Failure> {
  slack.answer(answer)
  const fault = await client.chat.postMessage({ channel: 'C1', text: 'hello' }).then(
    () => undefined,
    (failed: unknown) => failed,
  )
  if (fault === undefined) throw new Error('the call went through')
  return classify(fault, NOW)
}

/** A port that was free a moment ago. */
async function clientOfNobody() {
  const gone = await httpSlack()
  await gone.close()
  return gone.client
}

const says =
  (status: number, body: string, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
const refuses = (error: string) => says(200, JSON.stringify({ ok: false, error }))

describe('what Slack says with a code', () => {
  test.each([
    ['internal_error', 'unknown'],
    ['fatal_error', 'unknown'],
    ['request_timeout', 'unknown'],
    ['service_unavailable', 'unknown'],
    ['ratelimited', 'not_sent'],
    ['team_added_to_org', 'not_sent'],
    ['accesslimited', 'not_sent'],
    ['invalid_auth', 'stopped'],
    ['token_revoked', 'stopped'],
    ['token_expired', 'stopped'],
    ['account_inactive', 'stopped'],
    ['missing_scope', 'stopped'],
    ['messages_tab_disabled', 'stopped'],
    ['user_disabled', 'refused'],
    ['user_not_found', 'refused'],
    ['channel_not_found', 'refused'],
    ['is_archived', 'refused'],
    ['invalid_blocks', 'refused'],
    ['msg_blocks_too_long', 'refused'],
    ['a_code_of_next_year', 'refused'],
  ])('%s is %s', async (code, is) => expect(await failureOf(refuses(code))).toEqual({ is, reason: code }))
})

describe('what is no answer of Slack', () => {
  test.each([
    ['500', says(500, 'oops'), { is: 'unknown', reason: 'http_500' }],
    ['501', says(501, 'oops'), { is: 'unknown', reason: 'http_501' }],
    ['502', says(502, 'oops'), { is: 'unknown', reason: 'http_502' }],
    ['503', says(503, 'oops'), { is: 'unknown', reason: 'http_503' }],
    ['504', says(504, 'oops'), { is: 'unknown', reason: 'http_504' }],
    ['a proxy that refuses', says(403, 'who are you?'), { is: 'not_sent', reason: 'http_403' }],
    ['a page', says(200, '<html>Sign in</html>'), { is: 'unknown', reason: 'answer_unreadable' }],
    ['half an answer', says(200, '{"ok":tr'), { is: 'unknown', reason: 'answer_unreadable' }],
    ['nothing', says(200, ''), { is: 'unknown', reason: 'answer_unreadable' }],
    ['neither yes nor no', says(200, '{}'), { is: 'unknown', reason: 'answer_unreadable' }],
    [
      'a cut socket',
      (request: Parameters<Answer>[0]) => void request.socket.destroy(),
      { is: 'unknown', reason: 'connection_lost' },
    ],
    [
      'a socket cut in the middle of the answer',
      (_request: unknown, response: Parameters<Answer>[1]) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"ok":')
        setTimeout(() => response.destroy(), 10)
      },
      { is: 'unknown', reason: 'answer_cut' },
    ],
    ['silence', () => {}, { is: 'unknown', reason: 'no_answer' }],
  ] as const)('%s', async (_what, answer, expected) => expect(await failureOf(answer)).toEqual(expected))

  test('a port where nobody listens: nothing was sent', async () => {
    expect(await failureOf(() => {}, await clientOfNobody())).toEqual({
      is: 'not_sent',
      reason: 'no_connection',
    })
  })

  test('a name that does not exist: nothing was sent', async () => {
    expect(await failureOf(() => {}, clientAt('http://slack.invalid/api/'))).toMatchObject({ is: 'not_sent' })
  })
})

test.each([
  ['1', 1_000],
  ['30', 30_000],
  ['86400', 86_400_000],
  ['-1', 1_000],
  ['0', 1_000],
  ['abc', 60_000],
  ['', 60_000],
  [undefined, 60_000],
  ['Mon, 02 Feb 2026 09:02:00 GMT', 120_000],
  ['Mon, 02 Feb 2026 08:00:00 GMT', 1_000],
  ['99999999999999', 366 * 86_400_000],
])('after a 429 with Retry-After %s the wait is %i ms', async (header, waitMs) => {
  const answer = says(429, '', header === undefined ? {} : { 'retry-after': header })
  expect(await failureOf(answer)).toEqual({ is: 'rate_limited', waitMs })
})
