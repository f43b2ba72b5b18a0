import { readConfig } from '../../src/config.ts'
import { run } from '../../src/main/run.ts'
import { createLog } from '../../src/slack/log.ts'
import { aFolder } from './folder.ts'

type Json = Record<string, unknown>

export interface Shown {
  readonly text: string
  readonly blocks: readonly Json[]
}
export interface Answer {
  readonly ack_ms: number
  readonly response: Shown | null
  readonly view: (Json & { readonly id: string; readonly blocks: readonly Json[] }) | null
}
export interface Posted extends Shown {
  readonly ts: string
  readonly at: string
  readonly from: string
  readonly ephemeral: boolean
}
export interface Call {
  readonly n: number
  readonly at: string
  readonly method: string
  readonly arguments: Json
  readonly to: string | null
  readonly outcome: string
  readonly accepted: boolean
  readonly key: string | null
}

/** A running app with its sandbox, driven by the documented control API alone. */
export interface Driver {
  readonly origin: string
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: Json): Promise<T>
  command(user: string, text: string): Promise<Answer>
  /** what stands in that person's own conversation with the app, oldest first */
  messages(user: string): Promise<readonly (Posted & { readonly channel: string })[]>
  /** presses the newest button of that kind in the person's own conversation */
  press(user: string, actionId: string): Promise<Answer>
  ledger(method?: string): Promise<readonly Call[]>
}

/** The whole app with its sandbox, as `npm start` brings it up. */
export interface Running extends Driver {
  readonly folder: string
  stop(): Promise<void>
}

export function drive(origin: string): Driver {
  const send = async <T>(method: string, where: string, body?: Json): Promise<T> => {
    const response = await fetch(`${origin}/_sandbox${where}`, { method, ...(body && { body: JSON.stringify(body) }) })
    const answer = (await response.json()) as T & { error?: string } // the documented shape of that endpoint
    if (answer.error !== undefined) throw new Error(`${method} ${where}: ${answer.error}`)
    return answer
  }
  const get = <T>(where: string) => send<T>('GET', where)
  const post = <T>(where: string, body: Json = {}) => send<T>('POST', where, body)
  const messages: Driver['messages'] = async (user) => {
    const all = await get<{ channel: string; kind: string; messages: Posted[] }[]>(`/conversations?user=${user}`)
    return all.filter((c) => c.kind === 'im').flatMap((c) => c.messages.map((m) => ({ ...m, channel: c.channel })))
  }
  return {
    origin,
    get,
    post,
    messages,
    command: (user, text) => post<Answer>('/command', { user, text }),
    press: async (user, actionId) => {
      const message = (await messages(user)).findLast((m) => JSON.stringify(m.blocks).includes(`"${actionId}"`))
      if (!message) throw new Error(`${user} has no button ${actionId}`)
      return post<Answer>('/action', { user, channel: message.channel, ts: message.ts, action_id: actionId })
    },
    ledger: async (method) =>
      (await get<{ calls: Call[] }>(`/ledger?since=0${method ? `&method=${method}` : ''}`)).calls,
  }
}

export async function start(env: Record<string, string> = {}, folder = aFolder()): Promise<Running> {
  const config = readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', ...env })
  const running = await run(config, createLog(config.logLevel))
  return {
    ...drive(/http:\/\/\S+/u.exec(running.greeting)?.[0] ?? ''),
    folder,
    stop: () => running.stop(),
  }
}
