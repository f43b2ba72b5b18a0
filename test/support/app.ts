import { randomUUID } from 'node:crypto'
import type { ReceiverEvent } from '@slack/bolt'
import nock from 'nock'
import { en } from '../../src/copy/en/en.ts'
import type { Deps } from '../../src/database/deps.ts'
import { createSlackApp } from '../../src/slack/app.ts'
import { commandActions } from '../../src/slack/run-command.ts'
import { createBoundary } from '../../src/slack/boundary.ts'
import { createClients } from '../../src/slack/clients.ts'
import { COMMAND } from '../../src/slack/ids.ts'
import type { Listeners, Standing } from '../../src/slack/listener.ts'
import { createLog } from '../../src/slack/log.ts'
import type { Message, View } from '../../src/slack/message.ts'
import { mergeListeners } from '../../src/slack/registry.ts'
import { withoutNetwork } from './no-network.ts'

/** What a person saw of one command or click. */
export interface Seen {
  readonly acks: readonly unknown[]
  /** ephemeral answers */
  readonly replies: readonly Message[]
  /** the clicked message, redrawn */
  readonly redrawn: readonly Message[]
  /** modals opened, pushed or updated, in order */
  readonly views: readonly View[]
  readonly homes: readonly unknown[]
}

export interface TestApp {
  command(user: string, text: string): Promise<Seen>
  action(user: string, actionId: string, how?: ActionOptions): Promise<Seen>
  /** @param values field -> plain value: a string (text), {option}, {options}, {date}, {user}, {users}, {files}, {instant} */
  submit(
    user: string,
    callbackId: string,
    values: Record<string, FieldValue>,
    metadata?: string,
  ): Promise<{ readonly ack: Record<string, unknown> | undefined; readonly redrawn: readonly Message[] }>
  event(event: Record<string, unknown>): Promise<void>
  /** log lines of faults; a test that expects none can assert so */
  readonly faults: readonly string[]
}

export interface ActionOptions {
  readonly value?: string
  readonly selected?: string | readonly string[]
  readonly blockId?: string
  readonly view?: { readonly metadata?: string; readonly values?: Record<string, FieldValue> }
}

export type FieldValue =
  | string
  | { readonly option: string }
  | { readonly options: readonly string[] }
  | { readonly date: string }
  | { readonly instant: number }
  | { readonly user: string }
  | { readonly users: readonly string[] }
  | { readonly files: readonly string[] }

export interface TestAppOptions {
  readonly deps: Deps
  readonly listeners: readonly Listeners[]
  readonly workspaceId?: string
  readonly now: () => Date
  readonly standingOf: (userId: string) => Promise<Standing> | Standing
}

/** Somebody who is here and leads nothing. */
export const aMember: Standing = {
  isMember: true,
  isSlackAdmin: false,
  isWorkspaceLead: false,
  leads: [],
  isSetUp: true,
}
export const aLead: Standing = { ...aMember, isWorkspaceLead: true }

/** The real Slack app over real Bolt; Slack itself is nock, and nothing else is reached. */
export function testApp(options: TestAppOptions): TestApp {
  const workspaceId = options.workspaceId ?? 'T1'
  const mine = { replies: [] as Message[], redrawn: [] as Message[], views: [] as View[], homes: [] as unknown[] }
  const faults: string[] = []
  listenAtSlack(mine)
  const log = createLog('silent')
  const listeners = mergeListeners(options.listeners)
  const app = createSlackApp(
    {
      deps: options.deps,
      copy: en,
      workspaceId,
      interactive: createClients({ token: 'xoxb-test', slackApiUrl: undefined, log }).interactive,
      slackApiUrl: undefined,
      listeners: { ...listeners, actions: [...listeners.actions, ...commandActions(() => listeners.commands)] },
      boundary: createBoundary(
        Object.assign(createLog('silent'), {
          error: (what: { fault?: { message?: string } }) => faults.push(what.fault?.message ?? 'fault'),
        }),
        () => 'TEST',
      ),
      now: options.now,
      standingOf: async (_db, _workspace, user) => options.standingOf(user),
      leadToAsk: async () => 'Dana',
    },
    { token: 'xoxb-test', botId: 'B1', botUserId: 'UBOT' },
    log,
  )
  const fresh = () => {
    for (const list of Object.values(mine)) list.length = 0
  }
  const send = async (body: ReceiverEvent['body']) => {
    const acks: unknown[] = []
    fresh()
    await app.processEvent({ body, ack: async (answer?: unknown) => void acks.push(answer) })
    return {
      acks,
      replies: [...seen.replies],
      redrawn: [...seen.redrawn],
      views: [...seen.views],
      homes: [...seen.homes],
    }
  }
  const common = (user: string) => ({
    team_id: workspaceId,
    team: { id: workspaceId },
    user: { id: user },
    user_id: user,
    trigger_id: randomUUID(),
    token: 't',
    api_app_id: 'A1',
  })
  return {
    faults,
    command: (user, text) =>
      send({
        ...common(user),
        user,
        command: COMMAND,
        text,
        channel_id: 'D1',
        channel_name: 'directmessage',
        response_url: 'https://hooks.slack.com/commands/1',
      }),
    action: (user, actionId, how = {}) =>
      send({
        ...common(user),
        type: 'block_actions',
        ...(how.view
          ? {
              view: {
                id: 'V1',
                hash: 'h',
                type: 'modal',
                title: { type: 'plain_text', text: 'Form' },
                private_metadata: how.view.metadata ?? '',
                state: { values: stateOf(how.view.values ?? {}) },
              },
              container: { type: 'view' },
            }
          : {
              channel: { id: 'D1' },
              message: { ts: '1.1', blocks: [] },
              container: { type: 'message' },
              response_url: 'https://hooks.slack.com/actions/1',
            }),
        actions: [pressed(actionId, how)],
      }),
    submit: async (user, callbackId, values, metadata = '') => {
      const { acks, redrawn } = await send({
        ...common(user),
        type: 'view_submission',
        view: {
          id: 'V1',
          hash: 'h',
          callback_id: callbackId,
          private_metadata: metadata,
          title: { type: 'plain_text', text: 'Form' },
          state: { values: stateOf(values) },
        },
      })
      return { ack: acks[0] as Record<string, unknown> | undefined, redrawn } // Bolt acknowledges a form with an object or with nothing
    },
    event: async (event) =>
      void (await send({ type: 'event_callback', team_id: workspaceId, event_id: randomUUID(), event })),
  }
}

function pressed(actionId: string, how: ActionOptions): Record<string, unknown> {
  const base = { action_id: actionId, block_id: how.blockId ?? 'b', action_ts: '1' }
  if (Array.isArray(how.selected))
    return { ...base, type: 'multi_static_select', selected_options: how.selected.map((value: string) => ({ value })) }
  if (typeof how.selected === 'string')
    return { ...base, type: 'static_select', selected_option: { value: how.selected } }
  return { ...base, type: 'button', value: how.value ?? '' }
}

/** Slack's state of a form, with one element a field. */
function stateOf(values: Record<string, FieldValue>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value: elementOf(value) }]))
}

function elementOf(value: FieldValue): Record<string, unknown> {
  if (typeof value === 'string') return { type: 'plain_text_input', value }
  if ('option' in value) return { type: 'static_select', selected_option: { value: value.option } }
  if ('options' in value)
    return { type: 'multi_static_select', selected_options: value.options.map((v) => ({ value: v })) }
  if ('date' in value) return { type: 'datepicker', selected_date: value.date }
  if ('instant' in value) return { type: 'datetimepicker', selected_date_time: value.instant }
  if ('user' in value) return { type: 'users_select', selected_user: value.user }
  if ('users' in value) return { type: 'multi_users_select', selected_users: value.users }
  return { type: 'file_input', files: value.files.map((id) => ({ id })) }
}

interface Watched {
  readonly replies: Message[]
  readonly redrawn: Message[]
  readonly views: View[]
  readonly homes: unknown[]
}

/** Interceptors of an earlier app in the same file stay behind: they write to the newest one. */
let seen: Watched

function listenAtSlack(newest: Watched): void {
  seen = newest
  withoutNetwork()
  nock('https://hooks.slack.com')
    .persist()
    .post(/.*/)
    .reply(200, async (request: Request) => {
      const answer = (await request.json()) as Message & { replace_original?: boolean } // what respond.ts posts
      ;(answer.replace_original ? seen.redrawn : seen.replies).push({ text: answer.text, blocks: answer.blocks })
      return 'ok'
    })
  nock('https://slack.com')
    .persist()
    .post(/\/api\/views\.(open|push|update|publish)/)
    .reply(200, async (request: Request) => {
      const view: unknown = JSON.parse(new URLSearchParams(await request.text()).get('view') ?? '{}')
      if (request.url.endsWith('publish')) seen.homes.push(view)
      else seen.views.push(view as View) // what the app sent, typed by the app itself
      return { ok: true, view: { id: 'V1' } }
    })
}
