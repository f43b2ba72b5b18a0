import type { IncomingMessage, ServerResponse } from 'node:http'

/** The largest body taken: a view's state can reach hundreds of KB. */
const MAX_BODY_BYTES = 1024 * 1024

/** A signed request is good for five minutes on either side of now; Bolt checks only the past (measured). */
const WINDOW_SECONDS = 300

/** A body that stalls is closed after this. */
const BODY_TIMEOUT_MS = 10_000

type Next = (request: IncomingMessage & { rawBody?: Buffer }, response: ServerResponse) => void

/** What stands before Bolt's HTTP receiver: method, type, size, window. Every refusal has an empty body. */
export function createEdge(next: Next, realNow: () => number) {
  return {
    async handle(request: IncomingMessage & { rawBody?: Buffer }, response: ServerResponse): Promise<void> {
      if (request.method !== 'POST') return refuse(response, 405)
      const type = contentType(request)
      if (type === undefined) return refuse(response, 415)
      if (!inWindow(request.headers['x-slack-request-timestamp'], realNow())) return refuse(response, 401)
      const body = await readBody(request)
      if (body === 'too large') return refuse(response, 413)
      if (body === 'gone') return void request.destroy()
      request.headers['content-type'] = type // Bolt answers 400 to a charset it does not expect (measured)
      request.rawBody = body
      next(request, response)
    },
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end()
}

function contentType(request: IncomingMessage): string | undefined {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  return type === 'application/x-www-form-urlencoded' || type === 'application/json' ? type : undefined
}

/** @param stamp seconds since 1970 as digits; anything else is refused */
function inWindow(stamp: string | readonly string[] | undefined, realNow: number): boolean {
  if (typeof stamp !== 'string' || !/^\d{1,12}$/.test(stamp)) return false
  return Math.abs(Math.floor(realNow / 1000) - Number(stamp)) <= WINDOW_SECONDS
}

function readBody(request: IncomingMessage): Promise<Buffer | 'too large' | 'gone'> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return Promise.resolve('too large')
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const end = (result: Buffer | 'too large' | 'gone') => {
      clearTimeout(timer)
      resolve(result)
    }
    const timer = setTimeout(() => end('gone'), BODY_TIMEOUT_MS)
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > MAX_BODY_BYTES) end('too large')
      else chunks.push(chunk)
    })
    request.once('end', () => end(Buffer.concat(chunks)))
    request.once('error', () => end('gone'))
    request.once('close', () => end('gone'))
  })
}
