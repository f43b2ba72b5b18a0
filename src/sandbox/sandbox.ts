import { mkdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { FIRST_COMPANY, loadCompany, makeCompany } from './company.ts'
import { overview } from './control/overview.ts'
import type { CompanyRequest, Host, PeopleClient } from './host.ts'
import { isLocal } from './http/local.ts'
import { Captures } from './inbound/captures.ts'
import { resumeEvents } from './inbound/events.ts'
import { RequestLog } from './inbound/request-log.ts'
import { Sockets } from './inbound/sockets.ts'
import { Triggers } from './inbound/triggers.ts'
import { readManifest } from './manifest.ts'
import { createPeople } from './people/client.ts'
import { API_PATH, route } from './routes.ts'
import { Serial } from './serial.ts'
import { Indexes } from './state/derived.ts'
import { NowFile } from './state/now-file.ts'
import { Store } from './state/store.ts'
import { Traffic } from './traffic.ts'
import { resumeLate } from './web-api/late.ts'
import { RateWindows } from './web-api/rate.ts'
import { settingsOf, type World } from './world.ts'

/** How often the passing of virtual time is written down while nothing happens, in real milliseconds. */
const NOW_EVERY_MS = 250

export interface Sandbox {
  /** SLACK_API_URL for the app */
  apiUrl(): string
  /** Answers a request of the page, the control API or the Web API; false when it is none of these. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** Takes a Socket Mode connection; false when the upgrade is for somebody else. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /**
   * Brings the app up through host.restart(), so nobody else starts it: where the sandbox stood at the last stop, or in
   * the default company at the first start. Called outside of clock.work, once the server listens.
   */
  start(): Promise<void>
  /** After the app was stopped: closes connections and files. Nothing is lost by not calling it. */
  stop(): Promise<void>
  loadCompany(request: CompanyRequest): Promise<void>
  readonly people: PeopleClient
  /** as GET /_sandbox; null until a company is ready */
  status(): object | null
}

/** A small Slack in host.folder. Reads what was kept and sets the clock to where it stood; nothing runs before start(). */
export function createSandbox(host: Host): Sandbox {
  const world = open(host)
  host.clock.arrived = (at) => world.now.write(at)
  const timer = setInterval(() => world.now.write(host.clock.now()), NOW_EVERY_MS).unref()
  return {
    apiUrl: () => `${host.origin()}${API_PATH}`,
    handle: (request, response) => route(world, request, response),
    upgrade: (request, socket, head) => isLocal(request) && world.sockets.upgrade(request, socket, head),
    start: () => start(world),
    loadCompany: (request) => loadCompany(world, request, makeCompany(world, request)),
    people: createPeople(world, 'outside'),
    status: () => (settingsOf(world).ready ? overview(world) : null),
    async stop() {
      clearInterval(timer)
      world.over.abort()
      for (const stream of world.streams) stream.destroy()
      world.sockets.close()
      world.now.write(host.clock.now())
      // What was asleep for the sandbox wakes and ends before its files are closed.
      await host.clock.idle().catch(() => undefined)
      world.now.close()
      world.requests.close()
      world.store.close()
    },
  }
}

function open(host: Host): World {
  mkdirSync(host.folder, { recursive: true })
  const index = new Indexes()
  const store = new Store(host.folder, index, () => host.clock.now())
  const now = new NowFile(host.folder)
  const last = store.load()
  if (last !== null) host.clock.reset(Math.max(last, now.read() ?? 0))
  return {
    host,
    manifest: readManifest(host.manifest),
    store,
    now,
    index,
    requests: new RequestLog(host.folder),
    triggers: new Triggers(),
    captures: new Captures(),
    sockets: new Sockets(),
    rates: new RateWindows(),
    traffic: new Traffic(),
    listeners: new Set(),
    turns: new Serial(),
    streams: new Set(),
    lastSeen: new Map(),
    over: new AbortController(),
    moving: null,
    isUninstalled: store.rows.company.size === 0,
    failure: null,
  }
}

async function start(world: World): Promise<void> {
  const isNew = world.store.rows.company.size === 0
  if (!isNew) await world.host.restart()
  if (isNew || !settingsOf(world).ready) {
    const request = world.store.rows.loading.get('loading') ?? FIRST_COMPANY
    // a company that could not be set up leaves the default one behind, and that is what this start shows
    await loadCompany(world, request, makeCompany(world, request)).catch((fault: unknown) => {
      if (!settingsOf(world).ready) throw fault
    })
    return
  }
  resumeEvents(world)
  resumeLate(world)
  world.host.clock.hold(settingsOf(world).hold)
}
