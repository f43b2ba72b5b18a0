import { h, icon, part } from '../dom.js'

const STAYS_MS = 10_000

/**
 * A sentence at the foot of the page, read out at once. Errors of the server arrive here in its own words.
 * @param {unknown} what
 */
export function say(what) {
  const words = what instanceof Error ? what.message : String(what)
  /** @type {HTMLElement} */
  const line = h(
    'div',
    { class: 'toast' },
    h('p', {}, words),
    h(
      'button',
      { class: 'button button-icon', type: 'button', 'aria-label': 'Close this note', onclick: () => line.remove() },
      icon('close'),
    ),
  )
  const place = part('toasts')
  // An open dialog makes the rest of the page inert, and what is inert is not read out.
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1)
  ;(dialog?.querySelector('.dialog-notes') ?? place).append(line)
  setTimeout(() => line.remove(), STAYS_MS)
}
