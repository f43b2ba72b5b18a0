import { h, icon, part } from '../dom.js'
import { addressOf } from '../session.js'
import { firstNameOf, state, watch } from '../state.js'
import { newIn } from '../seen.js'
import { closePanels } from './panels.js'
import { unreadCount } from './people.js'

/** @import { Conversation } from '../types.js' */

/** "Robert and you", "Ana, Robert and you". @param {Conversation} conversation */
export function titleOf(conversation) {
  const others = conversation.with.filter((id) => id !== state.me).map(firstNameOf)
  return others.length === 0 ? 'You' : `${others.join(', ')} and you`
}

/** @param {string} place @param {string} name @param {string} symbol @param {number} count */
const row = (place, name, symbol, count) =>
  h(
    'li',
    {},
    h(
      'a',
      {
        class: count > 0 ? 'place place-unread' : 'place',
        href: addressOf(state.me, place),
        'aria-current': state.place === place ? 'page' : null,
        onclick: closePanels,
      },
      icon(symbol),
      h('span', { class: 'place-name' }, name),
      ' ',
      unreadCount(count),
    ),
  )

/** What stands before my eyes does not wait. @param {string} place @param {Conversation} conversation */
const waiting = (place, conversation) => (place === state.place && !document.hidden ? 0 : newIn(conversation))

function draw() {
  if (!state.sandbox) return
  const own = state.conversations.find(({ kind }) => kind === 'im')
  const groups = state.conversations.filter(({ kind }) => kind === 'mpim')
  const focused =
    document.activeElement instanceof HTMLAnchorElement ? document.activeElement.getAttribute('href') : null
  part('places-app').replaceChildren(
    row('home', 'Home', 'home', 0),
    row('messages', 'Messages', 'message', own ? waiting('messages', own) : 0),
  )
  part('places-groups').replaceChildren(
    ...groups.map((each) => row(each.channel, titleOf(each), 'pair', waiting(each.channel, each))),
  )
  part('groups').hidden = groups.length === 0
  if (focused)
    [...document.querySelectorAll('.place')]
      .find((each) => each.getAttribute('href') === focused)
      ?.dispatchEvent(new CustomEvent('refocus', { bubbles: true }))
  const others = Object.entries(state.unread).reduce((sum, [, count]) => sum + (count > 0 ? 1 : 0), 0)
  const mine = state.unread[state.me] ?? 0
  const count = part('menu-count')
  count.hidden = mine === 0
  count.textContent = String(mine)
  part('menu-button').setAttribute(
    'aria-label',
    `People and conversations${mine > 0 ? `, ${mine} unread` : ''}${others > 0 ? `, something new for ${others} people` : ''}`,
  )
}

export function startPlaces() {
  part('sidebar').addEventListener('refocus', (event) => event.target instanceof HTMLElement && event.target.focus())
  watch(['conversations', 'me', 'place', 'unread', 'sandbox'], draw)
}
