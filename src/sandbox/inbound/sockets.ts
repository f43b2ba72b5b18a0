import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { isObject } from '../manifest.ts'
import { APP_ID } from '../world.ts'
import { ACK_MS, type Ack } from './ack.ts'
import { elapsed, failed } from './post.ts'

const PATH = '/link/'
const MAX_CONNECTIONS = 10
/** the client gives up after 30 s without a ping */
const PING_MS = 10_000
/** for the closing handshake */
const GRACE_MS = 1000

interface Waiting {
  readonly started: number
  settle(ack: Ack): void
}

/** Socket Mode: the app's connections, and envelopes that wait for their acknowledgement. */
export class Sockets {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 })
  readonly #tickets = new Set<string>()
  readonly #connections = new Set<WebSocket>()
  readonly #waiting = new Map<string, Waiting>()
  #turn = 0
  #ping: NodeJS.Timeout | undefined

  /** An address that serves for one connection. */
  ticket(origin: string): string {
    const ticket = randomBytes(16).toString('hex')
    this.#tickets.add(ticket)
    return `${origin.replace(/^http/, 'ws')}${PATH}?ticket=${ticket}&app_id=${APP_ID}`
  }

  /** @returns false when the request is not for Socket Mode */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const url = new URL(request.url ?? '', 'http://localhost')
    if (url.pathname !== PATH) return false
    if (this.#tickets.delete(url.searchParams.get('ticket') ?? '')) {
      this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection))
    } else socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
    return true
  }

  /** Sends an envelope over one of the connections and waits three real seconds for its acknowledgement. */
  send(envelopeId: string, frame: string): Promise<Ack> {
    const started = performance.now()
    const open = [...this.#connections].filter((connection) => connection.readyState === connection.OPEN)
    const connection = open[this.#turn++ % Math.max(1, open.length)]
    if (!connection) return Promise.resolve(failed('connection_failed', started))
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(failed('http_timeout', started)), ACK_MS)
      const settle = (ack: Ack): void => {
        clearTimeout(timer)
        this.#waiting.delete(envelopeId)
        resolve(ack)
      }
      this.#waiting.set(envelopeId, { started, settle })
      connection.send(frame)
    })
  }

  close(): void {
    clearInterval(this.#ping)
    for (const connection of this.#connections) {
      connection.close(1001)
      setTimeout(() => connection.terminate(), GRACE_MS).unref()
    }
    this.#server.close()
  }

  #welcome(connection: WebSocket): void {
    if (this.#connections.size >= MAX_CONNECTIONS) {
      connection.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }))
      connection.close()
      return
    }
    this.#connections.add(connection)
    connection.on('message', (data: Buffer) => this.#acknowledged(data.toString('utf8')))
    connection.on('error', () => connection.terminate())
    connection.on('close', () => this.#connections.delete(connection))
    this.#ping ??= setInterval(() => this.#pingAll(), PING_MS).unref()
    const debug_info = { host: 'sandbox', approximate_connection_time: 3600 }
    const hello = {
      type: 'hello',
      num_connections: this.#connections.size,
      connection_info: { app_id: APP_ID },
      debug_info,
    }
    connection.send(JSON.stringify(hello))
  }

  #acknowledged(frame: string): void {
    const message = parse(frame)
    const id = message['envelope_id']
    const waiting = typeof id === 'string' ? this.#waiting.get(id) : undefined
    const payload = message['payload']
    const isEmpty = !isObject(payload) || Object.keys(payload).length === 0
    const body = isEmpty ? '' : JSON.stringify(payload)
    waiting?.settle({ ms: elapsed(waiting.started), status: 200, body, failure: null, noRetry: false })
  }

  #pingAll(): void {
    for (const connection of this.#connections) connection.ping()
  }
}

function parse(frame: string): Record<string, unknown> {
  try {
    const message: unknown = JSON.parse(frame)
    return isObject(message) ? message : {}
  } catch {
    return {}
  }
}
