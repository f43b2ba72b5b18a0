import type { Conversation } from '../host.ts'
import type { World } from '../world.ts'
import { groupKey } from './derived.ts'
import { showMessage } from './messages.ts'
import type { Channel } from './rows.ts'

/** A person's direct conversation with the app; it is there from the first day. */
export const imOf = (user: string): string => (user.startsWith('U') ? `D${user.slice(1)}` : `D${user}`)

/** By its id, or by the id of the person whose direct conversation is meant. */
export function findChannel(world: World, id: string): Channel | undefined {
  const { channel } = world.store.rows
  return channel.get(id) ?? (world.store.rows.user.has(id) ? channel.get(imOf(id)) : undefined)
}

export function addIm(world: World, user: string): void {
  const id = imOf(user)
  world.store.put('channel', id, { id, kind: 'im', members: [user] })
}

/** The group conversation of exactly these people and the app. */
export const findGroup = (world: World, users: readonly string[]): Channel | undefined =>
  world.store.rows.channel.get(world.index.groups.get(groupKey(users)) ?? '')

export function addGroup(world: World, users: readonly string[]): Channel {
  const id = `G${String(world.store.next('counter', 'groups')).padStart(4, '0')}`
  const group = { id, kind: 'mpim', members: users.toSorted() } as const
  world.store.put('channel', id, group)
  return group
}

/** What this person sees in their conversations: everything but other people's ephemeral messages. */
export function conversationsOf(world: World, user: string): Conversation[] {
  return (world.index.channelsOf.get(user) ?? []).map((id) => {
    const channel = world.store.rows.channel.get(id)
    return {
      channel: id,
      kind: channel?.kind ?? 'im',
      with: channel?.members ?? [],
      messages: (world.index.messages.get(id) ?? [])
        .filter((message) => message.only === null || message.only === user)
        .map((message) => showMessage(world, message)),
    }
  })
}
