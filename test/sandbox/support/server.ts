import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { VirtualClock } from '../../../src/clock.ts'
import type { Host, Rehearsal } from '../../../src/sandbox/host.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { aFolder } from '../../support/folder.ts'
import { aRehearsal } from './company.ts'
import { aManifest } from './manifest.ts'

export const TOKENS = { bot: 'xoxb-test', app: 'xapp-test', signingSecret: 'sssh' } as const

/** What a test's app does with a request; the default acknowledges with nothing. */
export type AppHandler = (request: IncomingMessage, response: ServerResponse, body: string) => void | Promise<void>

export interface Running {
  readonly sandbox: Sandbox
  readonly clock: VirtualClock
  readonly folder: string
  readonly origin: string
  /** what the app got, newest last */
  readonly received: { headers: IncomingMessage['headers']; body: string }[]
  app: AppHandler
  restarts: number
  /** the control API: a path below /_sandbox, and a body for POST */
  control<T = Reply>(path: string, body?: unknown, method?: string): Promise<{ status: number; body: T }>
  /** the Web API, as the app calls it */
  api<T = Reply>(
    method: string,
    args?: Record<string, unknown>,
    token?: string,
  ): Promise<{ status: number; headers: Headers; body: T }>
  stop(): Promise<void>
}

/** A reply whose shape the test does not name. */
export type Reply = Record<string, unknown>

export interface Options {
  readonly folder?: string
  readonly transport?: 'http' | 'socket'
  readonly rehearsal?: Partial<Rehearsal>
  readonly manifest?: (manifest: Reply) => void
  readonly realNow?: () => number
  readonly restart?: (running: Running) => Promise<void>
  readonly app?: AppHandler
}

/** A sandbox on a free port with an app that is one function. Started and ready. */
export async function aSandbox(options: Options = {}): Promise<Running> {
  const folder = options.folder ?? aFolder()
  const clock = new VirtualClock(0)
  const manifest = aManifest()
  options.manifest?.(manifest)
  const server = createServer((request, response) => void serve(running, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const host: Host = {
    clock,
    rehearsal: aRehearsal(options.rehearsal),
    folder,
    transport: options.transport ?? 'http',
    manifest,
    tokens: TOKENS,
    appUrl: () => `${origin}/slack/events`,
    origin: () => origin,
    realNow: options.realNow ?? Date.now,
    async restart() {
      running.restarts += 1
      await options.restart?.(running)
    },
  }
  const sandbox = createSandbox(host)
  const running = hold({ sandbox, clock, folder, origin, server, app: options.app ?? acknowledge })
  server.on('upgrade', (request, socket, head) => {
    if (!sandbox.upgrade(request, socket, head)) socket.destroy()
  })
  await sandbox.start()
  return running
}

const acknowledge: AppHandler = (_request, response) => void response.end()

function hold(parts: {
  sandbox: Sandbox
  clock: VirtualClock
  folder: string
  origin: string
  server: Server
  app: AppHandler
}): Running {
  const { sandbox, clock, folder, origin, server } = parts
  return {
    sandbox,
    clock,
    folder,
    origin,
    received: [],
    app: parts.app,
    restarts: 0,
    async control<T>(path: string, body?: unknown, method?: string) {
      const verb = method ?? (body === undefined ? 'GET' : 'POST')
      const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
      const response = await fetch(`${origin}/_sandbox${path}`, { method: verb, ...sent })
      // The test names the shape and fails where the reply differs.
      return { status: response.status, body: (await response.json()) as T }
    },
    async api<T>(method: string, args: Record<string, unknown> = {}, token: string = TOKENS.bot) {
      const response = await fetch(`${origin}/api/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: form(args),
      })
      return { status: response.status, headers: response.headers, body: (await response.json()) as T }
    },
    async stop() {
      await sandbox.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Form-encoded with nested values as JSON, as Slack's client sends them. */
function form(args: Record<string, unknown>): URLSearchParams {
  const given = Object.entries(args).filter(([, value]) => value !== undefined)
  return new URLSearchParams(
    given.map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}

async function serve(running: Running, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (await running.sandbox.handle(request, response)) return
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const body = Buffer.concat(chunks).toString('utf8')
  running.received.push({ headers: request.headers, body })
  Object.assign(request, { rawBody: Buffer.from(body) })
  await running.clock.work('app', async () => running.app(request, response, body))
}
