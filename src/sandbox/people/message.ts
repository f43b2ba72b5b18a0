import { BadCall } from '../http/answer.ts'
import { sendEvent } from '../inbound/events.ts'
import { findChannel } from '../state/conversations.ts'
import { addMessage } from '../state/messages.ts'
import type { Channel } from '../state/rows.ts'
import type { World } from '../world.ts'
import { activePerson } from './command.ts'
import type { Settle } from './interact.ts'

const TEXT_MAX = 40_000

/** A person writes in a conversation. The app learns of it only where its manifest subscribes to such events. */
export async function writeMessage(
  world: World,
  settle: Settle,
  user: string,
  channelId: string,
  text: string,
): Promise<void> {
  const channel = checkMessage(world, user, channelId, text)
  const message = world.store.change(() =>
    addMessage(world, { channel: channel.id, from: user, only: null, text, blocks: null, metadata: null }),
  )
  const event = {
    type: 'message',
    channel: channel.id,
    channel_type: channel.kind,
    user,
    text,
    ts: message.ts,
    event_ts: message.ts,
  }
  await sendEvent(world, event, `message.${channel.kind}`)
  await settle()
}

/** @throws BadCall when Slack would not let this person write that there */
export function checkMessage(world: World, user: string, channelId: string, text: string): Channel {
  activePerson(world, user)
  const channel = findChannel(world, channelId)
  if (!channel?.members.includes(user)) throw new BadCall(`${user} is in no conversation ${channelId}.`)
  if (text.trim() === '' || text.length > TEXT_MAX) throw new BadCall(`A message has 1 to ${TEXT_MAX} characters.`)
  if (channel.kind === 'im' && world.manifest.isReadOnly)
    throw new BadCall("The app's Messages tab is read-only: its manifest says so.")
  return channel
}
