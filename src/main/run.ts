import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { setTimeout as nap } from 'node:timers/promises'
import { realClock, VirtualClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { type FolderLock, lockFolder } from '../database/folder-lock.ts'
import { isAlive } from '../database/is-alive.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Log } from '../slack/log.ts'
import { openStore } from '../database/open-store.ts'
import { secondOpinion } from './second-opinion.ts'
import { type AppParts, runApp, type RunningApp } from './run-app.ts'
import { openSandbox } from './run-sandbox.ts'
import { type Listening, listen } from './server.ts'

export interface Running {
  /** one line for the person at the terminal */
  readonly greeting: string
  stop(): Promise<void>
}

/** Tokens that only the sandbox accepts. */
const SANDBOX_TOKENS = { bot: 'xoxb-sandbox', app: 'xapp-sandbox' } as const

/** Where the sandbox's clock starts before a company sets it. */
const BEFORE_ANY_COMPANY = Date.UTC(2026, 0, 5)

/** Starts everything in order and hands back how to stop it in reverse. */
export async function run(config: Config, log: Log): Promise<Running> {
  const { database, cipher } = await openStore(config, new Date(realClock.now()))
  const isSandbox = config.slack.mode === 'sandbox'
  const clock = isSandbox ? new VirtualClock(BEFORE_ANY_COMPANY) : realClock
  const opinion = secondOpinion(database.pool)
  if (clock instanceof VirtualClock) clock.check = () => opinion.inFlight()
  let app: RunningApp | undefined
  let sandbox: Sandbox | undefined
  let server: Listening | undefined
  let journal: FolderLock | undefined
  const stop = async () => {
    await app?.stop()
    await sandbox?.stop()
    await server?.stop()
    opinion.stop()
    await database.close()
    journal?.release()
  }
  const signingSecret = cipher.mac('signing secret of the sandbox')
  const parts = (): AppParts => ({
    ...slackParts(config, sandbox, signingSecret),
    database,
    cipher,
    clock,
    log,
    firstLead: config.firstLead,
    isLive: !isSandbox,
    holder: randomUUID(),
    newReference: () => randomBytes(3).toString('hex').toUpperCase(),
    realNow: () => realClock.now(),
    pause: (seconds) => nap(seconds * 1000),
  })
  const restart = async () => {
    await app?.stop()
    app = await runApp(parts())
  }
  try {
    const origin = () => server?.origin ?? ''
    if (clock instanceof VirtualClock && config.slack.mode === 'sandbox') {
      // with a server for a database nothing else keeps two of these from writing one journal
      if (database.kind === 'postgres') journal = await lockFolder(config.dataDir)
      const tokens = { ...SANDBOX_TOKENS, signingSecret }
      sandbox = openSandbox({
        clock,
        folder: path.join(config.dataDir, 'sandbox'),
        transport: config.slack.transport,
        tokens,
        origin,
        restart,
        realNow: () => realClock.now(),
        log,
      })
    }
    server = await listen(
      {
        slack: () => app?.handle,
        isReady: async () => app !== undefined && (await clock.work('readiness', () => isAlive(database))),
        other: async (request, response) => (await sandbox?.handle(request, response)) ?? false,
        upgrade: (request, socket, head) => sandbox?.upgrade(request, socket, head) ?? false,
      },
      config.port,
      isSandbox ? '127.0.0.1' : '0.0.0.0',
    )
    await (sandbox ? sandbox.start() : restart())
    return { greeting: greeting(server.origin, isSandbox, app), stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

function greeting(origin: string, isSandbox: boolean, app: RunningApp | undefined): string {
  const address = origin.replace('127.0.0.1', 'localhost')
  return isSandbox
    ? `Vice Versa is ready in a Slack on this machine: ${address}`
    : `Vice Versa is connected to ${app?.workspaceName ?? 'Slack'}; health at ${address}/healthz`
}

function slackParts(
  config: Config,
  sandbox: Sandbox | undefined,
  signingSecret: string,
): Pick<AppParts, 'botToken' | 'inlet' | 'slackApiUrl'> {
  const { slack } = config
  if (slack.mode === 'sandbox') {
    return {
      botToken: SANDBOX_TOKENS.bot,
      slackApiUrl: sandbox?.apiUrl(),
      inlet:
        slack.transport === 'http' ? { via: 'http', signingSecret } : { via: 'socket', appToken: SANDBOX_TOKENS.app },
    }
  }
  return {
    botToken: slack.botToken,
    slackApiUrl: slack.apiUrl,
    inlet:
      slack.transport === 'http'
        ? { via: 'http', signingSecret: slack.signingSecret }
        : { via: 'socket', appToken: slack.appToken },
  }
}
