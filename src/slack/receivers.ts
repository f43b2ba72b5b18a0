import type { IncomingMessage, ServerResponse } from 'node:http'
import { type App, HTTPReceiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt'
import { createEdge } from './edge.ts'
import { boltLogger, type Log } from './log.ts'

export type Process = (event: ReceiverEvent) => Promise<void>

export interface HttpInlet {
  /** the listener for /slack/events on main.ts's server */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** Bolt's receivers only ever call `processEvent` of the app they are given: they get ours. */
const appOf = (process: Process): App => ({ processEvent: process }) as unknown as App // proof: HTTPReceiver and SocketModeReceiver 5.1.0 use nothing else of it

/** Signed HTTP requests. The edge checks size, window and type; Bolt checks the signature and parses. */
export function httpInlet(
  process: Process,
  settings: { readonly signingSecret: string; readonly realNow: () => number; readonly log: Log },
): HttpInlet {
  const receiver = new HTTPReceiver({
    signingSecret: settings.signingSecret,
    endpoints: '/slack/events',
    logger: boltLogger(settings.log),
  })
  receiver.init(appOf(process))
  return createEdge((request, response) => receiver.requestListener(request, response), settings.realNow)
}

export interface SocketInlet {
  start(): Promise<void>
  stop(): Promise<void>
}

/** How long stop() waits for the socket to be really closed: Bolt's own stop resolves before (measured). */
const CLOSE_MS = 2_000

/** Socket Mode: no public address needed. */
export function socketInlet(
  process: Process,
  settings: { readonly appToken: string; readonly slackApiUrl: string | undefined; readonly log: Log },
): SocketInlet {
  const receiver = new SocketModeReceiver({
    appToken: settings.appToken,
    logger: boltLogger(settings.log),
    installerOptions:
      settings.slackApiUrl === undefined ? {} : { clientOptions: { slackApiUrl: settings.slackApiUrl } },
  })
  receiver.init(appOf(process))
  return {
    start: async () => void (await receiver.start()),
    stop: async () => {
      const closed = new Promise<void>((resolve) => {
        receiver.client.once('disconnected', () => resolve())
        setTimeout(resolve, CLOSE_MS).unref()
      })
      await receiver.stop()
      await closed
    },
  }
}
