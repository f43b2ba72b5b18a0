import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WebClient } from '@slack/web-api'
import type { Clock } from '../clock.ts'
import { en } from '../copy/en/en.ts'
import type { Cipher } from '../database/cipher.ts'
import type { Database } from '../database/open.ts'
import { createDelivery, type Delivery } from '../delivery/create-delivery.ts'
import { startHeartbeat } from '../delivery/heartbeat.ts'
import { ensureFirstLead } from '../program/ensure-first-lead.ts'
import { leadToAsk, standingOf } from '../program/store.ts'
import { createSlackApp } from '../slack/app.ts'
import { commandActions } from '../slack/run-command.ts'
import { createBoundary } from '../slack/boundary.ts'
import { createClients } from '../slack/clients.ts'
import { identify } from '../slack/identify.ts'
import type { Log } from '../slack/log.ts'
import { httpInlet, socketInlet } from '../slack/receivers.ts'
import { mergeListeners } from '../slack/registry.ts'
import { installWorkspace } from '../slack/workspace-store.ts'
import { recipients } from '../pairing/recipient-store.ts'
import { openRooms } from './rooms.ts'

/** How the app meets one Slack; the same for the real one and the sandbox's. */
export interface AppParts {
  readonly database: Database
  readonly cipher: Cipher
  readonly clock: Clock
  readonly log: Log
  readonly botToken: string
  readonly inlet:
    | { readonly via: 'http'; readonly signingSecret: string }
    | { readonly via: 'socket'; readonly appToken: string }
  /** undefined: Slack's own */
  readonly slackApiUrl: string | undefined
  readonly firstLead: string | undefined
  /** live: the heartbeat rings, and this machine's clock is compared with the database's */
  readonly isLive: boolean
  /** unique for each start of a process */
  readonly holder: string
  readonly newReference: () => string
  readonly realNow: () => number
  readonly pause: (seconds: number) => Promise<void>
}

export interface RunningApp {
  /** signed requests; undefined in Socket Mode */
  readonly handle: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined
  readonly workspaceName: string
  /** no new work is taken, what is under way ends */
  stop(): Promise<void>
}

/** Starts the app by its one path: who am I, what was left over, the loops, and only then the door. */
export async function runApp(parts: AppParts): Promise<RunningApp> {
  const { database, cipher, clock, log, slackApiUrl } = parts
  const { interactive, bulk } = createClients({ token: parts.botToken, slackApiUrl, log })
  const identity = await identify(bulk)
  const { workspaceId } = identity
  const now = () => new Date(clock.now())
  await installWorkspace(
    database.db,
    { workspaceId, name: identity.workspaceName, botUserId: identity.botUserId },
    now(),
  )
  let delivery: Delivery | undefined
  const deps = { db: database.db, cipher, wake: (whom?: 'sender') => delivery?.wake(whom) }
  const rooms = openRooms({ deps, interactive, bulk, pause: parts.pause, stopSending: async () => delivery?.stop() })
  delivery = createDelivery({
    deps,
    copy: en,
    clock,
    client: bulk,
    kinds: rooms.kinds,
    planners: rooms.planners,
    recipients,
    workspaceId,
    canReadHistory: () => hasScope(interactive, 'im:history'),
    holder: parts.holder,
    log,
    isSole: database.kind === 'pglite',
    hasRealClock: parts.isLive,
    // live, Slack's latency is waited for side by side; on the virtual clock one after another, so the order is always the same
    parallel: parts.isLive ? 8 : 1,
  })
  const merged = mergeListeners(rooms.listeners)
  const listeners = { ...merged, actions: [...merged.actions, ...commandActions(() => merged.commands)] }
  const boundary = createBoundary(log, parts.newReference)
  const slack = createSlackApp(
    { deps, copy: en, workspaceId, interactive, slackApiUrl, listeners, boundary, now, standingOf, leadToAsk },
    { token: parts.botToken, botId: identity.botId, botUserId: identity.botUserId },
    log,
  )
  await delivery.tickOnce(now()) // the directory first: nobody can be led or paired who is not known
  if (parts.firstLead !== undefined) await ensureFirstLead(deps, { workspaceId, personId: parts.firstLead }, now())
  await slack.finishLeftovers()
  delivery.start()
  const stopHeart = parts.isLive ? startHeartbeat(deps.wake) : async () => {}
  const door = await openDoor(parts, (event) => clock.work('inbound', () => slack.processEvent(event)))
  return {
    handle: door.handle,
    workspaceName: identity.workspaceName,
    stop: async () => {
      await door.stop()
      await stopHeart()
      await delivery.stop()
    },
  }
}

/** Asked anew each time: an admin may grant or take an optional scope while the app runs. */
async function hasScope(client: WebClient, scope: string): Promise<boolean> {
  const { response_metadata } = await client.auth.test()
  return response_metadata?.scopes?.includes(scope) ?? false
}

type Process = Parameters<typeof httpInlet>[0]

async function openDoor({ inlet, log, realNow, slackApiUrl }: AppParts, process: Process) {
  if (inlet.via === 'http') {
    const door = httpInlet(process, { signingSecret: inlet.signingSecret, realNow, log })
    return { handle: door.handle, stop: async () => {} }
  }
  const socket = socketInlet(process, { appToken: inlet.appToken, slackApiUrl, log })
  await socket.start()
  return { handle: undefined, stop: () => socket.stop() }
}
