import { WebClient } from '@slack/web-api'
import { createLog, boltLogger } from '../../../src/slack/log.ts'

/** A message that Slack holds. */
export interface Accepted {
  /** the person or group conversation as it was named, and the key it carries */
  readonly to: string
  readonly key: string
  readonly ts: string
  readonly at: number
  readonly text: string
}

export interface Call {
  readonly method: string
  readonly at: number
  readonly body: URLSearchParams
}

/** What happens to a call instead of the usual; undefined lets it through. */
export type Fault = (call: Call, accept: () => Response) => Response | Promise<Response> | undefined

/** A Slack in memory behind the real client: it counts what it accepted, and fails as told. */
export class FakeSlack {
  readonly accepted: Accepted[] = []
  readonly calls: Call[] = []
  fault: Fault = () => undefined
  readonly #now: () => number
  #count = 0

  constructor(now: () => number) {
    this.#now = now
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const method = methodOf(input)
    const call = { method, at: this.#now(), body: new URLSearchParams(init?.body as string) } // the client sends forms as text
    this.calls.push(call)
    return (await this.fault(call, () => this.#answer(call))) ?? this.#answer(call)
  }

  client(wrap: (inner: typeof fetch) => typeof fetch = (inner) => inner): WebClient {
    return new WebClient('xoxb-test', {
      slackApiUrl: 'https://slack.test/api/',
      fetch: wrap(this.fetch),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: boltLogger(createLog('silent')),
    })
  }

  /** texts that reached that person or group, in order */
  textsTo(to: string): readonly string[] {
    return this.accepted.filter((message) => message.to === to).map((message) => message.text)
  }

  posts(): readonly Call[] {
    return this.calls.filter((call) => call.method === 'chat.postMessage')
  }

  #answer({ method, body }: Call): Response {
    if (method === 'conversations.open') return ok({ channel: { id: channelOf(body.get('users') ?? '') } })
    if (method === 'conversations.history') return ok({ messages: this.#history(body.get('channel') ?? '') })
    const channel = body.get('channel') ?? ''
    const metadata = JSON.parse(body.get('metadata') ?? '{}') as { event_payload: { key: string } } // our own sender wrote it
    this.#count += 1
    const ts = `${Math.floor(this.#now() / 1000)}.${String(this.#count).padStart(6, '0')}`
    const key = metadata.event_payload.key
    this.accepted.push({ to: channel, key, ts, at: this.#now(), text: body.get('text') ?? '' })
    return ok({ channel: channelOf(channel), ts })
  }

  #history(channel: string): unknown[] {
    const inIt = this.accepted.filter((message) => channelOf(message.to) === channel)
    return inIt
      .toReversed()
      .map(({ ts, key }) => ({ ts, metadata: { event_type: 'vice_versa', event_payload: { key } } }))
  }
}

const channelOf = (people: string): string =>
  people.includes(',') ? `G${people.replaceAll(',', '')}` : people.replace(/^U/u, 'D')

export const methodOf = (input: Parameters<typeof fetch>[0]): string =>
  (input instanceof Request ? input.url : input instanceof URL ? input.href : input).split('/api/')[1] ?? ''

const ok = (answer: Record<string, unknown>): Response => Response.json({ ok: true, ...answer })
export const refused = (error: string): Response => Response.json({ ok: false, error })
export const status = (code: number, headers: Record<string, string> = {}): Response =>
  new Response('no', { status: code, headers })

/** As Node's fetch reports a socket that closed in the middle. */
export const reset = (): Promise<never> =>
  Promise.reject(
    new TypeError('fetch failed', { cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }) }),
  )

export const unreachable = (): Promise<never> =>
  Promise.reject(
    new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) }),
  )
