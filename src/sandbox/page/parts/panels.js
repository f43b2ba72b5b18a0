import { part } from '../dom.js'

/** What each panel is opened by; the focus goes back there. */
const OPENERS = { 'you-panel': ['you-button'], 'clock-moves': ['clock-more'], sidebar: ['menu-button'] }

/** @typedef {keyof typeof OPENERS} Panel */
const PANELS = /** @type {Panel[]} */ (Object.keys(OPENERS))

/** @param {Panel} id */
const isOpen = (id) => (id === 'you-panel' ? !part(id).hidden : part(id).classList.contains('is-open'))

/** @param {Panel} id @param {boolean} open */
function set(id, open) {
  if (id === 'you-panel') part(id).hidden = !open
  else part(id).classList.toggle('is-open', open)
  for (const opener of OPENERS[id]) part(opener).setAttribute('aria-expanded', String(open))
}

/** @param {Panel} id */
export const openPanel = (id) => set(id, true)

/** @param {Panel} id */
export const closePanel = (id) => set(id, false)

/** Closes whatever lies over the conversation on a phone. */
export function closePanels() {
  for (const id of PANELS) if (isOpen(id)) set(id, false)
}

/** Panels that a button opens: the people, the clock's moves and, on a phone, the sidebar. */
export function startPanels() {
  part('menu-button').addEventListener('click', () => {
    set('sidebar', !isOpen('sidebar'))
    if (isOpen('sidebar')) part('sidebar-close').focus()
  })
  part('sidebar-close').addEventListener('click', () => {
    set('sidebar', false)
    part('menu-button').focus()
  })
  part('clock-more').addEventListener('click', () => {
    set('clock-moves', !isOpen('clock-moves'))
    if (isOpen('clock-moves')) part('move-day').focus()
  })
  // The address says who I am, so the link to the conversation must not change it.
  part('skip').addEventListener('click', (event) => {
    event.preventDefault()
    part('main').focus()
  })
  document.addEventListener('click', (event) => {
    for (const id of /** @type {const} */ (['you-panel', 'clock-moves'])) {
      const inside = [id, ...OPENERS[id]].some((each) =>
        part(each).contains(/** @type {Node} a click hits a node */ (event.target)),
      )
      if (isOpen(id) && !inside) set(id, false)
    }
  })
  document.addEventListener('keydown', (event) => {
    const open = PANELS.find(isOpen)
    if (event.key !== 'Escape' || !open || event.defaultPrevented || document.querySelector('dialog[open]')) return
    set(open, false)
    for (const opener of OPENERS[open]) part(opener).focus()
  })
}
