import { h, icon, part } from '../dom.js'
import { markRead } from '../refresh.js'
import { markSeen, seenUntil } from '../seen.js'
import { NOT_YET, shownConversation, state, watch } from '../state.js'
import { composer } from './composer.js'
import { heading } from './heading.js'
import { homeView } from './home.js'
import { log } from './log.js'
import { APP_NAME } from './message.js'
import { titleOf } from './places.js'
import { runningView } from './running.js'
import { say } from './toast.js'
import { welcome } from './welcome.js'

/** Closer to the end than this, the reader follows what comes. */
const NEAR_END_PX = 120

/** @type {{ key: string, update: () => void } | null} */
let shown = null

function draw() {
  if (state.link !== 'ready' || !state.sandbox) return
  const conversation = shownConversation()
  const key = [
    state.sandbox.team_id,
    state.me,
    state.place,
    state.place === 'home' || state.place === 'running' ? '' : conversation?.channel,
  ].join(' ')
  if (shown?.key !== key) {
    const made = state.place === 'running' ? runningView() : state.place === 'home' ? homeView() : messagesView()
    part('main').replaceChildren(made.node)
    shown = { key, update: made.update }
  }
  shown.update()
  part('main').setAttribute('aria-busy', String(state.conversations === NOT_YET))
}

function messagesView() {
  const first = shownConversation()
  const group = first?.kind === 'mpim' ? first : undefined
  const name = group ? `Messages: ${titleOf(group)}` : `Messages from ${APP_NAME}`
  const until = first ? seenUntil(first.channel) : ''
  const channel = first?.channel ?? ''
  const messages = log(channel, state.place, until, name)
  const card = group ? null : welcome()
  const empty = h('p', { class: 'empty' }, 'No messages yet. Move the clock, or type a command below.')
  const scroll = h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Conversation' },
    h('div', { class: 'column' }, card?.node, empty, ...messages.parts),
  )
  const area = composer(() => shownConversation()?.channel ?? '', group !== undefined)
  const end = toEnd(scroll)
  area.prepend(end)
  // Whoever writes wants to see what comes of it.
  area.addEventListener('submit', () => {
    scroll.scrollTop = scroll.scrollHeight
  })
  const node = h(
    'section',
    { class: 'view', 'aria-label': group ? titleOf(group) : `Conversation with ${APP_NAME}` },
    h(
      'div',
      { class: 'view-header' },
      ...heading(group),
      group && h('span', { class: 'view-note view-note-long' }, `${APP_NAME} can write here, but not read.`),
    ),
    scroll,
    area,
  )
  /** @type {string | null} */
  let newest = null
  const update = () => {
    const conversation = shownConversation()
    const isFollowing = isNearEnd(scroll)
    const last = messages.draw(conversation)
    card?.update()
    empty.hidden = (conversation?.messages.length ?? 0) > 0 || card?.isShown() === true
    if (conversation) {
      // The card is read from its top: only a new message leads away from it, not each stroke of the clock.
      const isFirst = newest === null
      const isNew = !isFirst && last !== newest
      if (isFirst) scroll.scrollTop = card?.isShown() ? 0 : scroll.scrollHeight
      else if (isFollowing && (isNew || !card?.isShown())) scroll.scrollTop = scroll.scrollHeight
      if (isNew) end.hidden = isNearEnd(scroll)
      newest = last
    }
    if (conversation && !document.hidden) markSeen(conversation)
    markRead().catch(say)
  }
  return { node, update }
}

/** @param {HTMLElement} scroll */
const isNearEnd = (scroll) => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END_PX

/** Where a button high up is answered below, the answer stands out of sight: it is said, and one press away. @param {HTMLElement} scroll */
function toEnd(scroll) {
  const button = h(
    'button',
    {
      class: 'button button-small to-end',
      type: 'button',
      hidden: true,
      onclick: () => {
        scroll.scrollTop = scroll.scrollHeight
        scroll.focus({ preventScroll: true })
      },
    },
    icon('down', true),
    'New message below',
  )
  scroll.addEventListener('scroll', () => isNearEnd(scroll) && (button.hidden = true))
  return button
}

export function startConversation() {
  watch(['link', 'sandbox', 'me', 'place', 'conversations', 'home', 'run', 'frame', 'moments'], draw)
  document.addEventListener('visibilitychange', draw)
}
