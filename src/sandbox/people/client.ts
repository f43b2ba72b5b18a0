import type { PeopleClient } from '../host.ts'
import { conversationsOf } from '../state/conversations.ts'
import type { World } from '../world.ts'
import { action } from './action.ts'
import { command } from './command.ts'
import { openHome } from './home.ts'
import { aSecondLater, untilIdle, untilWoken } from './interact.ts'
import { writeMessage } from './message.ts'
import { close, submit } from './submit.ts'

/** How to wait until the app has settled, which depends on where the caller stands. */
const SETTLE = { outside: untilIdle, inside: untilWoken, 'setting-up': aSecondLater } as const

/**
 * A keyboard and a mouse for people, each act by Slack's own protocol.
 * @param where `inside` for callers inside of clock.work (invented people); `setting-up` while a company is loaded
 */
export function createPeople(world: World, where: keyof typeof SETTLE): PeopleClient {
  const settle = SETTLE[where](world)
  return {
    now: () => world.host.clock.now(),
    command: async (user, text, channel) => command(world, settle, { user, text, channel }),
    action: async (request) => action(world, settle, request),
    submit: (request) => submit(world, settle, request),
    close: (user, viewId) => close(world, settle, user, viewId),
    message: (user, channel, text) => writeMessage(world, settle, user, channel, text),
    conversations: (user) => conversationsOf(world, user),
    home: (user) => openHome(world, settle, user),
    byHand: (user) => world.store.rows.byHand.has(user) || world.store.rows.user.get(user)?.deleted === true,
    onMessage: (listener) => {
      world.listeners.add(listener)
      return () => world.listeners.delete(listener)
    },
  }
}
