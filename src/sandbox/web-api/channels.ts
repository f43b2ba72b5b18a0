import { findChannel } from '../state/conversations.ts'
import type { Channel } from '../state/rows.ts'
import type { World } from '../world.ts'
import type { Args } from './arguments.ts'
import { Refused } from './refused.ts'

/** The conversation an argument names. The app is in every conversation there is. */
export function channelOf(world: World, args: Args, name = 'channel'): Channel {
  const channel = findChannel(world, args[name] ?? '')
  if (!channel) throw new Refused('channel_not_found')
  return channel
}

/** As channelOf, where somebody is to be written to: refuses who left, and a Messages tab that is off. */
export function writableChannelOf(world: World, args: Args, name = 'channel'): Channel {
  const channel = channelOf(world, args, name)
  if (channel.kind === 'im') {
    if (world.store.rows.user.get(channel.members[0] ?? '')?.deleted !== false) throw new Refused('user_disabled')
    if (!world.manifest.hasMessages) throw new Refused('messages_tab_disabled')
  }
  return channel
}
