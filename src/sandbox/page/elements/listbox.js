import { h, icon } from '../dom.js'

/** @import { Item } from './picker.js' */

/**
 * The list under a combobox. The text field keeps the focus; the list only says which option is the active one.
 * @param {string} id
 * @param {string} name
 * @param {boolean} many
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {(value: string) => void} pick
 */
export function listbox(id, name, many, input, pick) {
  const node = h('div', {
    class: 'popup options',
    id,
    role: 'listbox',
    'aria-label': name,
    'aria-multiselectable': many ? 'true' : null,
    popover: 'manual',
  })
  /** @type {HTMLElement[]} */
  let rows = []
  let at = -1
  const mark = (/** @type {number} */ next) => {
    at = next
    rows.forEach((row, index) => row.classList.toggle('is-active', index === at))
    const row = rows[at]
    if (row) input.setAttribute('aria-activedescendant', row.id)
    else input.removeAttribute('aria-activedescendant')
    reveal()
  }
  const reveal = () => rows[at]?.scrollIntoView({ block: 'nearest' })
  const active = () => rows[at]
  // Without this the field would lose the focus, and with it the list, before the click arrives.
  node.addEventListener('mousedown', (event) => event.preventDefault())
  return {
    node,
    /** What is not shown cannot be scrolled to: again, once the list is open. */
    reveal,
    /** @param {Item[]} items @param {string[]} chosen */
    fill(items, chosen) {
      const before = rows[at]?.dataset['value']
      rows = items.map((item, index) =>
        option(item, `${id}-${index}`, chosen.includes(item.value), () => {
          mark(index)
          pick(item.value)
        }),
      )
      node.replaceChildren(
        ...(rows.length > 0
          ? grouped(items, rows)
          : [h('p', { class: 'options-none', role: 'option', 'aria-disabled': 'true' }, 'Nothing like that')]),
      )
      const wanted = rows.findIndex((row) => row.dataset['value'] === (before ?? chosen[0]))
      mark(rows.length === 0 ? -1 : Math.max(0, wanted))
    },
    /** @param {string} key @returns {boolean} whether the list took it */
    key(key) {
      const last = rows.length - 1
      if (key === 'ArrowDown') mark(at >= last ? 0 : at + 1)
      else if (key === 'ArrowUp') mark(at <= 0 ? last : at - 1)
      else if (key === 'PageDown') mark(Math.min(last, at + 8))
      else if (key === 'PageUp') mark(Math.max(0, at - 8))
      else if (key === 'Enter' && active()) pick(active()?.dataset['value'] ?? '')
      else return false
      return true
    },
  }
}

/** @param {Item} item @param {string} id @param {boolean} isChosen @param {() => void} pick */
const option = (item, id, isChosen, pick) =>
  h(
    'div',
    { class: 'option', id, role: 'option', 'aria-selected': String(isChosen), 'data-value': item.value, onclick: pick },
    item.mark?.(),
    h(
      'span',
      { class: 'option-words' },
      h('span', {}, item.label),
      item.hint && h('span', { class: 'choice-hint' }, item.hint),
    ),
    isChosen && icon('check', true),
  )

/** @param {Item[]} items @param {HTMLElement[]} rows */
function grouped(items, rows) {
  /** @type {HTMLElement[]} */
  const out = []
  items.forEach((item, index) => {
    const row = /** @type {HTMLElement} one row for each item */ (rows[index])
    if (item.group === undefined) return out.push(row)
    const last = out.at(-1)
    if (last?.dataset['group'] === item.group) return last.append(row)
    const title = h('div', { class: 'option-group', 'aria-hidden': 'true' }, item.group)
    return out.push(h('div', { role: 'group', 'aria-label': item.group, 'data-group': item.group }, title, row))
  })
  return out
}
