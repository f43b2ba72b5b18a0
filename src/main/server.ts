import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { ConfigError } from '../config.ts'

/** What answers on the one address: the app, and in the sandbox its page and its Slack. */
export interface Routes {
  /** signed requests from Slack; undefined in Socket Mode */
  slack(): ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined
  isReady(): Promise<boolean>
  /** everything else: false where it is nobody's */
  other(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
}

export interface Listening {
  /** http://127.0.0.1:3000, with the port that was really taken */
  readonly origin: string
  stop(): Promise<void>
}

/** Headers above this are refused with 431 by Node itself. */
const MAX_HEADER_BYTES = 16 * 1024

/**
 * Listens; the address is known when this resolves.
 * @param host 127.0.0.1 in the sandbox, every interface when live
 * @throws ConfigError naming the port when it is taken
 */
export async function listen(routes: Routes, port: number, host: string): Promise<Listening> {
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: 65_000 }, (request, response) => {
    route(routes, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.on('upgrade', (request, socket, head) => {
    if (!routes.upgrade(request, socket, head)) socket.destroy()
  })
  await bind(server, port, host)
  const { port: taken } = server.address() as AddressInfo // a TCP server that listens has one
  return {
    origin: `http://127.0.0.1:${taken}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function bind(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => {
      const why =
        fault.code === 'EADDRINUSE'
          ? `${port} is in use by another program; set another, or 0 for a free one`
          : `${port} cannot be listened on (${fault.code ?? fault.message})`
      reject(new ConfigError([`PORT: ${why}`], { cause: fault }))
    })
    server.listen(port, host, resolve)
  })
}

async function route(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0]
  if (path === '/healthz') return say(response, 200)
  if (path === '/readyz') return say(response, (await routes.isReady()) ? 200 : 503)
  if (path === '/slack/events') {
    const slack = routes.slack()
    return slack ? slack(request, response) : say(response, 404)
  }
  if (!(await routes.other(request, response))) say(response, 404)
}

const say = (response: ServerResponse, status: number): void => void response.writeHead(status).end()
