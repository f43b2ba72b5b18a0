import { h } from '../dom.js'
import { addressOf } from '../session.js'
import { state } from '../state.js'
import { appAvatar, avatar } from './avatar.js'
import { APP_NAME } from './message.js'
import { titleOf } from './places.js'

/** @import { Conversation } from '../types.js' */

/** The app's two tabs. @param {string} current */
const tabs = (current) =>
  h(
    'nav',
    { class: 'tabs', 'aria-label': APP_NAME },
    ...[
      ['home', 'Home'],
      ['messages', 'Messages'],
    ].map(([place = '', name = '']) =>
      h('a', { href: addressOf(state.me, place), 'aria-current': place === current ? 'page' : null }, name),
    ),
  )

/** What stands above a conversation: its people, or the app and its tabs. @param {Conversation | undefined} group */
export function heading(group) {
  if (group)
    return [
      ...group.with
        .filter((id) => id !== state.me)
        .slice(0, 3)
        .map((id) => avatar(id)),
      h('h1', { class: 'view-title' }, titleOf(group)),
    ]
  return [
    appAvatar(),
    h('h1', { class: 'view-title' }, APP_NAME, ' ', h('span', { class: 'tag' }, 'App')),
    tabs(state.place),
  ]
}
