import { App, type Receiver, type ReceiverEvent } from '@slack/bolt'
import { bindActions } from './bind-action.ts'
import { bindCommand } from './bind-command.ts'
import { bindEvents } from './bind-event.ts'
import { bindSubmissions } from './bind-submission.ts'
import type { SlackContext } from './context.ts'
import { inboundKey, mustKeep, workspaceOf } from './inbound.ts'
import { boltLogger, type Log } from './log.ts'
import { finish, receive, unfinished } from './store.ts'

export interface SlackApp {
  /** what a receiver hands every payload to; settles when all work it caused is done, work after the ack included */
  processEvent(event: ReceiverEvent): Promise<void>
  /** deals with what a crash left unfinished; harmless when nothing is */
  finishLeftovers(): Promise<void>
}

export interface SlackIdentity {
  readonly token: string
  readonly botId: string
  readonly botUserId: string
}

/**
 * The Bolt app with every listener bound, behind one gate: a payload for another workspace is refused, one that was
 * here before has no second effect, and what a crash must not lose is written down before it is acknowledged.
 */
export function createSlackApp(context: SlackContext, identity: SlackIdentity, log: Log): SlackApp {
  const app = new App({
    ...identity,
    receiver: silentReceiver,
    convoStore: false,
    logger: boltLogger(log),
    ...(context.slackApiUrl !== undefined && { clientOptions: { slackApiUrl: context.slackApiUrl } }),
  })
  bindCommand(app, context)
  bindActions(app, context)
  bindSubmissions(app, context)
  bindEvents(app, context)
  const kept = new Set(context.listeners.actions.filter((a) => a.keep).map((a) => a.id))
  const { deps, workspaceId } = context

  async function processEvent(event: ReceiverEvent): Promise<void> {
    const from = workspaceOf(event.body)
    if (from !== workspaceId) return refuseStranger(event, context.copy.general.otherWorkspace)
    const key = inboundKey(event.body)
    const body = mustKeep(event.body, kept) ? JSON.stringify(event.body) : null
    const isNew = await receive(deps.db, deps.cipher, { workspaceId, key, body }, context.now())
    if (!isNew) {
      await event.ack()
      return
    }
    await app.processEvent(event)
    if (body !== null) await finish(deps.db, workspaceId, key, context.now())
  }

  async function finishLeftovers(): Promise<void> {
    for (const { key, body } of await unfinished(deps.db, deps.cipher, workspaceId)) {
      await app.processEvent({ body: JSON.parse(body), ack: async () => {} })
      await finish(deps.db, workspaceId, key, context.now())
    }
  }

  return { processEvent, finishLeftovers }
}

/** Nothing of ours is done for a workspace that this app is not installed in; a command is told so. */
async function refuseStranger(event: ReceiverEvent, sentence: string): Promise<void> {
  await event.ack(typeof event.body.command === 'string' ? { text: sentence, response_type: 'ephemeral' } : undefined)
}

/** Bolt wants a receiver of its own; ours are attached in receivers.ts and call processEvent. */
const silentReceiver: Receiver = { init() {}, start: async () => undefined, stop: async () => undefined }
