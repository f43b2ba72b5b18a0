import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebClient } from '@slack/web-api'
import { boltLogger, createLog } from '../../../src/slack/log.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A server that answers every call as told, and the real client that calls it over a real socket. */
export async function httpSlack(): Promise<{
  client: WebClient
  answer(how: Answer): void
  close(): Promise<unknown>
}> {
  let how: Answer = (_request, response) => response.end('{"ok":true}')
  const server = createServer((request, response) => {
    request.resume().on('end', () => how(request, response))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    client: clientAt(`http://127.0.0.1:${port}/api/`),
    answer: (next) => {
      how = next
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((closed) => server.close(closed))
    },
  }
}

export const clientAt = (slackApiUrl: string): WebClient =>
  new WebClient('xoxb-test', {
    slackApiUrl,
    timeout: 150,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(createLog('silent')),
  })
