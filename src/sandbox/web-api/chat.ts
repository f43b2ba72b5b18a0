import { addMessage, findMessage, messageKey } from '../state/messages.ts'
import type { StoredMessage } from '../state/rows.ts'
import { BOT_ID, type World } from '../world.ts'
import type { Args } from './arguments.ts'
import { channelOf, writableChannelOf } from './channels.ts'
import { readContent } from './content.ts'
import { messageObject } from './message-object.ts'
import type { Method } from './method.ts'
import { TIER } from './rate.ts'
import { Refused } from './refused.ts'

/** Slack cuts a new message's text at 40,000 characters, but refuses an edit or an ephemeral message of more than this. */
const EDIT_TEXT_MAX = 4000

export const chatPostMessage: Method = {
  scope: 'chat:write',
  limit: TIER.none,
  run: (world, args) => {
    const channel = writableChannelOf(world, args)
    const content = readContent(args)
    world.rates.countPost(channel.id, world.host.clock.now())
    const message = addMessage(world, { channel: channel.id, from: 'app', only: null, ...content })
    return { channel: channel.id, ts: message.ts, message: messageObject(world, message, true) }
  },
}

export const chatUpdate: Method = {
  scope: 'chat:write',
  limit: TIER.three,
  run: (world, args) => {
    const message = ownMessage(world, args, 'cant_update_message')
    const { text, blocks, metadata } = readContent(args, EDIT_TEXT_MAX)
    const edited = { ...message, text, blocks, metadata: metadata ?? message.metadata, edited: true }
    world.store.put('message', messageKey(message.channel, message.ts), edited)
    return { channel: message.channel, ts: message.ts, text, message: messageObject(world, edited, true) }
  },
}

export const chatDelete: Method = {
  scope: 'chat:write',
  limit: TIER.three,
  run: (world, args) => {
    const message = ownMessage(world, args, 'cant_delete_message')
    world.store.remove('message', messageKey(message.channel, message.ts))
    return { channel: message.channel, ts: message.ts }
  },
}

export const chatPostEphemeral: Method = {
  scope: 'chat:write',
  limit: TIER.four,
  free: (world, args) => isAnswer(world, args['user'] ?? ''),
  run: (world, args) => {
    const channel = writableChannelOf(world, args)
    const user = args['user'] ?? ''
    if (!channel.members.includes(user)) throw new Refused('user_not_in_channel')
    const content = readContent(args, EDIT_TEXT_MAX)
    const message = addMessage(world, { channel: channel.id, from: 'app', only: user, ...content })
    world.captures.answered(user, null, message)
    return { message_ts: message.ts, bot_id: BOT_ID }
  },
}

/** Messages of people and ephemeral ones are out of chat.update's and chat.delete's reach, as in Slack. */
function ownMessage(world: World, args: Args, code: string): StoredMessage {
  const message = findMessage(world, channelOf(world, args).id, args['ts'] ?? '')
  if (!message || message.only !== null) throw new Refused('message_not_found')
  if (message.from !== 'app') throw new Refused(code)
  return message
}

const ANSWER_MS = 60_000

/** Whether this person did something within the last virtual minute, so that what is said now answers it. */
export const isAnswer = (world: World, user: string): boolean =>
  world.host.clock.now() - (world.lastSeen.get(user) ?? Number.NEGATIVE_INFINITY) <= ANSWER_MS
