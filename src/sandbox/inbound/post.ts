import { Agent, request, type IncomingMessage } from 'node:http'
import { ACK_MS, type Ack } from './ack.ts'

// One connection for each request in flight, kept for the next: a year is tens of thousands of requests.
const agent = new Agent({ keepAlive: true, maxSockets: 128 })

const MAX_ACK = 1_000_000

/** Posts to the app and waits three real seconds for the acknowledgement. Never throws: what failed is in the answer. */
export async function post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Ack> {
  const started = performance.now()
  const first = await attempt(url, headers, body, started)
  // The app's server closed an idle connection at the moment it was taken up again: nothing was read, so send it anew.
  return first === 'stale' ? asAck(await attempt(url, headers, body, started), started) : first
}

const asAck = (answer: Ack | 'stale', started: number): Ack =>
  answer === 'stale' ? failed('connection_failed', started) : answer

function attempt(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  started: number,
): Promise<Ack | 'stale'> {
  return new Promise((resolve) => {
    const length = String(Buffer.byteLength(body))
    const options = { method: 'POST', agent, headers: { ...headers, 'content-length': length } }
    const out = request(url, options, (response) => {
      readText(response).then(
        (text) => done(ackOf(response, text, started)),
        () => done(failed('connection_failed', started)),
      )
    })
    const timer = setTimeout(() => {
      done(failed('http_timeout', started))
      out.destroy()
    }, ACK_MS)
    const done = (answer: Ack | 'stale'): void => {
      clearTimeout(timer)
      resolve(answer)
    }
    out.on('error', () => done(out.reusedSocket ? 'stale' : failed('connection_failed', started)))
    out.end(body)
  })
}

function ackOf(response: IncomingMessage, body: string, started: number): Ack {
  const status = response.statusCode ?? 0
  const isOk = status >= 200 && status < 300
  return {
    ms: elapsed(started),
    status,
    body,
    failure: isOk ? null : 'http_error',
    noRetry: response.headers['x-slack-no-retry'] === '1',
  }
}

export const failed = (failure: Ack['failure'], started: number): Ack => ({
  ms: elapsed(started),
  status: null,
  body: '',
  failure,
  noRetry: false,
})

export const elapsed = (started: number): number => Math.round(performance.now() - started)

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_ACK) throw new Error('the acknowledgement is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
