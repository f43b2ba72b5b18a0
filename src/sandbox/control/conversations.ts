import { BadCall, sendJson, sendLate } from '../http/answer.ts'
import { openHome, openTab } from '../people/home.ts'
import { untilIdle } from '../people/interact.ts'
import { checkMessage, writeMessage } from '../people/message.ts'
import { activePerson } from '../people/command.ts'
import { conversationsOf, findChannel } from '../state/conversations.ts'
import { markByHand, person, type Endpoint } from './endpoint.ts'
import { queryText } from './fields.ts'

/** GET /_sandbox/conversations */
export const getConversations: Endpoint = {
  run: (world, { query }, response) =>
    sendJson(response, 200, conversationsOf(world, person(world, queryText(query, 'user')))),
}

/** POST /_sandbox/message */
export const postMessage: Endpoint = {
  needsCompany: true,
  async run(world, { body }, response) {
    const user = body.string('user')
    const channel = body.string('channel')
    const text = body.string('text')
    checkMessage(world, user, channel, text)
    markByHand(world, user)
    await sendLate(response, async () => {
      await writeMessage(world, untilIdle(world), user, channel, text)
      return { ok: true }
    })
  },
}

/** GET /_sandbox/home */
export const getHome: Endpoint = {
  needsCompany: true,
  async run(world, { query }, response) {
    const user = activePerson(world, queryText(query, 'user'))
    await sendLate(response, () => openHome(world, untilIdle(world), user))
  },
}

/** GET /_sandbox/unread: messages of the app that were not looked at in the page. */
export const getUnread: Endpoint = {
  run(world, _input, response) {
    const counts: Record<string, number> = {}
    for (const [key, n] of world.index.unread) {
      const user = key.slice(0, key.indexOf('/'))
      counts[user] = (counts[user] ?? 0) + n
    }
    sendJson(response, 200, counts)
  },
}

/** POST /_sandbox/read: a person looked at a conversation; for the one with the app that opens its Messages tab. */
export const postRead: Endpoint = {
  needsCompany: true,
  run(world, { body }, response) {
    const user = person(world, body.string('user'))
    const channel = findChannel(world, body.string('channel'))
    if (!channel?.members.includes(user)) throw new BadCall(`${user} is in no such conversation.`)
    const key = `${user}/${channel.id}`
    const last = world.index.messages.get(channel.id)?.at(-1)?.ts ?? '0'
    const isNew = world.store.rows.read.get(key) !== last
    if (isNew) world.store.put('read', key, last)
    if (isNew && channel.kind === 'im' && !world.store.rows.user.get(user)?.deleted)
      void openTab(world, user, 'messages')
    sendJson(response, 200, { read: true })
  },
}
