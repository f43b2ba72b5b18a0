import { freshId, h, icon } from '../dom.js'
import { openPopup } from '../popup.js'
import { plain, words } from '../text/mrkdwn.js'
import { press } from './host.js'

/** @import { Part, Option } from '../types.js' @import { Host } from './host.js' */

/** The three dots: a menu button after the ARIA pattern. @param {Part} element @param {Host} host */
export function overflow(element, host) {
  const id = freshId('menu')
  /** @type {(() => void) | null} */
  let shut = null
  const opener = h(
    'button',
    {
      class: 'button button-icon',
      type: 'button',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'aria-controls': id,
      'aria-label': element.accessibility_label ?? 'More actions',
      ...host.names,
    },
    icon('more'),
  )
  const items = (element.options ?? []).map((option) => item(option, () => choose(option)))
  const menu = h(
    'div',
    { class: 'popup menu', id, role: 'menu', 'aria-label': 'More actions', popover: 'manual' },
    ...items,
  )
  const close = () => {
    shut?.()
    shut = null
    opener.setAttribute('aria-expanded', 'false')
  }
  const show = (/** @type {number} */ at) => {
    if (!shut) shut = openPopup(menu, opener, 'end')
    opener.setAttribute('aria-expanded', 'true')
    items.at(at)?.focus()
  }
  const choose = (/** @type {Option} */ option) => {
    close()
    opener.focus()
    if (option.url && /^https?:/i.test(option.url)) open(option.url, '_blank', 'noreferrer')
    void press(host, element, { selected: option.value ?? '' }, opener)
  }
  opener.addEventListener('click', () => (shut ? close() : show(0)))
  opener.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    show(event.key === 'ArrowDown' ? 0 : -1)
  })
  menu.addEventListener('keydown', (event) =>
    walk(event, items, () => {
      close()
      opener.focus()
    }),
  )
  menu.addEventListener('focusout', (event) => {
    if (
      !menu.contains(/** @type {Node | null} focus goes to nodes */ (event.relatedTarget)) &&
      event.relatedTarget !== opener
    )
      close()
  })
  return h('span', { class: 'overflow' }, opener, menu)
}

/** @param {Option} option @param {() => void} choose */
const item = (option, choose) =>
  h(
    'button',
    { class: 'menu-item', type: 'button', role: 'menuitem', tabindex: -1, onclick: choose },
    ...plain(words(option.text)),
    option.description && h('span', { class: 'choice-hint' }, words(option.description)),
  )

/** @param {KeyboardEvent} event @param {HTMLElement[]} items @param {() => void} leave */
function walk(event, items, leave) {
  const at = items.findIndex((each) => each === document.activeElement)
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }
  const next = Object.hasOwn(steps, event.key)
    ? steps[/** @type {keyof typeof steps} just asked */ (event.key)]
    : undefined
  if (next !== undefined) items[next % items.length]?.focus()
  else if (event.key === 'Escape') leave()
  else return
  event.preventDefault()
  event.stopPropagation()
}
