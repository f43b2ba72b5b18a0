import type { ServerResponse } from 'node:http'
import type { Company, Host, SandboxMessage } from './host.ts'
import type { Serial } from './serial.ts'
import type { Captures } from './inbound/captures.ts'
import type { RequestLog } from './inbound/request-log.ts'
import type { Sockets } from './inbound/sockets.ts'
import type { Triggers } from './inbound/triggers.ts'
import type { Manifest } from './manifest.ts'
import type { Traffic } from './traffic.ts'
import type { RateWindows } from './web-api/rate.ts'
import type { Indexes } from './state/derived.ts'
import type { Settings } from './state/rows.ts'
import type { NowFile } from './state/now-file.ts'
import type { Store } from './state/store.ts'

/** The app's own identity: the same in every company. */
export const APP_ID = 'A0SANDBOXAPP'
export const BOT_ID = 'B0SANDBOXBOT'
export const BOT_USER = 'U0SANDBOXBOT'

export type MessageListener = (user: string, channel: string, message: SandboxMessage) => void

export interface Move {
  readonly from: number
  readonly to: number
}

/** What every part of the sandbox works on: what is kept (store), what is derived (index) and what is not kept. */
export interface World {
  readonly host: Host
  readonly manifest: Manifest
  readonly store: Store
  readonly now: NowFile
  readonly index: Indexes
  readonly requests: RequestLog
  readonly triggers: Triggers
  readonly captures: Captures
  readonly sockets: Sockets
  readonly rates: RateWindows
  readonly traffic: Traffic
  readonly listeners: Set<MessageListener>
  /** moves of the clock and changes of company, one after the other */
  readonly turns: Serial
  /** pages that listen to the stream */
  readonly streams: Set<ServerResponse>
  /** user -> virtual instant of the last request the app got about that person */
  readonly lastSeen: Map<string, number>
  /** aborted when the company is replaced or the sandbox stops: ends what sleeps for it */
  over: AbortController
  moving: Move | null
  /** the app was removed from the workspace: its token is void until the next company is there */
  isUninstalled: boolean
  /** why the last company could not be set up */
  failure: string | null
}

export const settingsOf = (world: World): Settings =>
  world.store.rows.settings.get('settings') ?? { simulate: true, hold: false, ready: false, revoked: [], fault: null }

export function setSettings(world: World, change: Partial<Settings>): void {
  world.store.put('settings', 'settings', { ...settingsOf(world), ...change })
}

/** @throws before the first company is loaded */
export function companyOf(world: World): Company {
  const company = world.store.rows.company.get('company')
  if (!company) throw new Error('no company is loaded')
  return company
}

/** Carries the number of companies ever loaded here, so it never repeats. */
export const teamOf = (world: World): string =>
  `T0SANDBOX${String(world.store.rows.forever.get('loads') ?? 0).padStart(4, '0')}`

/** Scopes the app holds now: those of the manifest without the optional ones that were taken away. */
export function scopesOf(world: World): readonly string[] {
  const { revoked } = settingsOf(world)
  return revoked.length === 0
    ? world.manifest.scopes
    : world.manifest.scopes.filter((scope) => !revoked.includes(scope))
}

/** ISO 8601 in UTC, without milliseconds where there are none. */
export const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')

/** The time as somebody is told it: written down before, so that a crash does not take it back. */
export function tellNow(world: World): string {
  const now = world.host.clock.now()
  world.now.write(now)
  return iso(now)
}
