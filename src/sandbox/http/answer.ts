import type { ServerResponse } from 'node:http'

const HEARTBEAT_MS = 10_000

/** A bad call; the message is the sentence for the caller. */
export class BadCall extends Error {
  readonly status: number
  constructor(sentence: string, status = 400) {
    super(sentence)
    this.status = status
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(text)
}

/**
 * Answers status 200 at once and the JSON when it is there, with a space every ten seconds between (JSON may begin
 * with spaces, and HTTP clients give up on a silent connection). A failure becomes `{"error"}` in the body.
 */
export async function sendLate(response: ServerResponse, task: () => Promise<unknown>): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.flushHeaders()
  const heartbeat = setInterval(() => response.write(' '), HEARTBEAT_MS)
  try {
    response.end(JSON.stringify(await task()))
  } catch (fault) {
    response.end(JSON.stringify({ error: fault instanceof Error ? fault.message : String(fault) }))
  } finally {
    clearInterval(heartbeat)
  }
}
