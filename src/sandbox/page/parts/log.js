import { h, keyed } from '../dom.js'
import { isNew } from '../seen.js'
import { myZone, state } from '../state.js'
import { isoDay, longDay } from '../zone.js'
import { typedIn } from './typed.js'
import { drawMessage } from './message.js'

/** @import { Conversation, Message } from '../types.js' */

/** @typedef {{ day: string, at: string } | { message: Message, fresh: boolean }} Line */

/** Older messages than these come when asked for. */
const SHOWN = 60

/** @param {Message[]} messages @param {string} until @returns {Line[]} */
function linesOf(messages, until) {
  const zone = myZone()
  /** @type {Line[]} */
  const lines = []
  let day = ''
  for (const message of messages) {
    const own = isoDay(message.at, zone)
    if (own !== day) lines.push({ day: own, at: message.at })
    day = own
    lines.push({ message, fresh: isNew(message, until) })
  }
  return lines
}

/**
 * The messages of one conversation, read out as they come; `draw` returns the ts of the newest.
 * @param {string} channel
 * @param {string} place
 * @param {string} until  newest ts read before this conversation was opened
 * @param {string} name
 */
export function log(channel, place, until, name) {
  let shown = SHOWN
  const list = h('ol', { class: 'messages' })
  const live = h('div', { role: 'log', 'aria-label': name, 'aria-live': 'off' }, list)
  const earlier = h(
    'button',
    {
      class: 'button earlier',
      type: 'button',
      hidden: true,
      onclick: () => {
        shown += SHOWN
        draw(last)
      },
    },
    'Show earlier messages',
  )
  /** @type {Conversation | undefined} */
  let last
  const draw = (/** @type {Conversation | undefined} */ conversation) => {
    last = conversation
    const messages = [...(conversation?.messages ?? []), ...typedIn(state.me, place)].sort((one, other) =>
      one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
    )
    earlier.hidden = messages.length <= shown
    keyed(list, linesOf(messages.slice(-shown), until), identify, (line) =>
      'day' in line
        ? h('li', {}, h('h2', { class: 'day' }, longDay(line.at, myZone())))
        : drawMessage(channel, line.message, line.fresh),
    )
    // The first filling is not news; what comes after it is.
    if (conversation) requestAnimationFrame(() => live.setAttribute('aria-live', 'polite'))
    return messages.at(-1)?.ts ?? ''
  }
  return { parts: [earlier, live], draw }
}

/** @param {Line} line */
function identify(line) {
  if ('day' in line) return { key: line.day, signature: myZone() }
  return {
    key: `${line.message.ts}${line.message.ephemeral ? ' ephemeral' : ''}`,
    signature: JSON.stringify([line.message, line.fresh]),
  }
}
