import type { CommandAnswer } from '../host.ts'
import { BadCall } from '../http/answer.ts'
import type { Ack } from '../inbound/ack.ts'
import { answer, parseAck } from '../inbound/answer.ts'
import { deliver } from '../inbound/deliver.ts'
import { findChannel, imOf } from '../state/conversations.ts'
import { addMessage } from '../state/messages.ts'
import type { Channel } from '../state/rows.ts'
import { Refused } from '../web-api/refused.ts'
import { handleOf } from '../web-api/user-object.ts'
import { APP_ID, companyOf, teamOf, type World } from '../world.ts'
import { interact, type Handles, type Settle } from './interact.ts'
import { escapeText } from './mentions.ts'
import { channelName } from './payload.ts'

export interface CommandRequest {
  readonly user: string
  readonly text: string
  readonly channel?: string | undefined
  /** by default the manifest's first */
  readonly command?: string | undefined
}

/**
 * A person types a slash command.
 * @throws BadCall when the person or the conversation is not there, or the manifest knows no such command
 */
export function command(world: World, settle: Settle, request: CommandRequest): Promise<CommandAnswer> {
  const { user, channel } = checkCommand(world, request)
  const where = { user, channel: channel.id, message: null }
  return interact(world, settle, where, async (handles) => {
    const ack = await send(world, request, channel, handles)
    hear(world, ack, user, channel, handles)
    return ack
  })
}

/** @throws BadCall */
export function checkCommand(world: World, request: CommandRequest): { user: string; channel: Channel } {
  const user = activePerson(world, request.user)
  const channel = findChannel(world, request.channel ?? imOf(user))
  if (!channel?.members.includes(user)) throw new BadCall(`${user} is in no conversation ${request.channel}.`)
  if (!commandOf(world, request)) throw new BadCall('The manifest has no such slash command.')
  return { user, channel }
}

const commandOf = (world: World, request: CommandRequest) =>
  world.manifest.commands.find(({ command: name }) => request.command === undefined || name === request.command)

function send(world: World, request: CommandRequest, channel: Channel, handles: Handles): Promise<Ack> {
  const { user } = request
  const found = commandOf(world, request)
  const name = found?.command ?? ''
  const payload = {
    token: 'sandbox',
    team_id: teamOf(world),
    team_domain: companyOf(world).name,
    channel_id: channel.id,
    channel_name: channelName(world, channel),
    user_id: user,
    user_name: handleOf(world.store.rows.user.get(user)?.name ?? user),
    command: name,
    text: escapeText(world, request.text.trim(), found?.should_escape ?? false),
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
    response_url: handles.response_url,
    trigger_id: handles.trigger_id,
  }
  return deliver(world, { kind: 'slash_commands', what: `${name} ${request.text}`.trim().slice(0, 80), user, payload })
}

/** The acknowledgement may carry a message; without one in three seconds Slack says so itself. */
function hear(world: World, ack: Ack, user: string, channel: Channel, { token, capture }: Handles): void {
  if (ack.failure !== null) {
    const reason = ack.failure === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed'
    capture.answer = slackbotSays(world, user, channel, `The command failed with the error "${reason}".`)
    return
  }
  const body = parseAck(ack.body)
  if (body['text'] === undefined && body['blocks'] === undefined) return
  const url = world.store.rows.answer.get(token)
  try {
    world.store.change(() => url && answer(world, url, body))
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    capture.answer = slackbotSays(world, user, channel, `The command failed with the error "${problem.code}".`)
  }
}

const slackbotSays = (world: World, user: string, channel: Channel, text: string) =>
  addMessage(world, { channel: channel.id, from: 'USLACKBOT', only: user, text, blocks: null, metadata: null })

/** @throws BadCall for who is unknown here or has left */
export function activePerson(world: World, id: string): string {
  const user = world.store.rows.user.get(id)
  if (!user) throw new BadCall(`Nobody here has the id ${id}.`)
  if (user.deleted) throw new BadCall(`${user.name} has left the company.`)
  return id
}
