import { channel } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import type pg from 'pg'

/** Node's own word on its HTTP traffic, both ways; it asks neither the app nor the clock. */
const CHANNELS = {
  fetchBegins: channel('undici:request:create'),
  fetchEnds: channel('undici:request:trailers'),
  fetchFails: channel('undici:request:error'),
  inbound: channel('http.server.request.start'),
} as const

/** The path at which Slack's requests come in. */
const INBOUND = '/slack/events'
/** What drives the sandbox from outside waits for the clock itself. */
const CONTROL = '/_sandbox'

export interface SecondOpinion {
  /** what is in flight now, by name; nothing may be while the virtual clock moves */
  inFlight(): readonly string[]
  stop(): void
}

/**
 * Counts, beside the clock's own count of work, what cannot be in flight while nothing happens: open fetches, requests
 * of Slack's not yet answered, connections of the database in use.
 */
export function secondOpinion(pool: pg.Pool): SecondOpinion {
  const fetches = new Set<unknown>()
  const inbound = new Set<ServerResponse>()
  const begin = (message: unknown) => {
    const { request } = message as FetchMessage // undici's documented channel
    if (!request.path.startsWith(CONTROL)) fetches.add(request)
  }
  const end = (message: unknown) => void fetches.delete((message as FetchMessage).request)
  const arrive = (message: unknown) => {
    const { request, response } = message as InboundMessage // Node's documented channel
    if (request.url !== INBOUND) return
    inbound.add(response)
    response.once('close', () => inbound.delete(response))
  }
  CHANNELS.fetchBegins.subscribe(begin)
  CHANNELS.fetchEnds.subscribe(end)
  CHANNELS.fetchFails.subscribe(end)
  CHANNELS.inbound.subscribe(arrive)
  return {
    inFlight: () => [
      ...said(fetches.size, 'open fetches'),
      ...said(inbound.size, 'inbound requests'),
      ...said(pool.totalCount - pool.idleCount, 'database clients in use'),
      ...said(pool.waitingCount, 'waiting for a database client'),
    ],
    stop: () => {
      CHANNELS.fetchBegins.unsubscribe(begin)
      CHANNELS.fetchEnds.unsubscribe(end)
      CHANNELS.fetchFails.unsubscribe(end)
      CHANNELS.inbound.unsubscribe(arrive)
    },
  }
}

interface FetchMessage {
  readonly request: { readonly path: string }
}

interface InboundMessage {
  readonly request: { readonly url?: string }
  readonly response: ServerResponse
}

const said = (count: number, what: string): readonly string[] => (count > 0 ? [`${count} ${what}`] : [])
