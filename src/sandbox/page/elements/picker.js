import { freshId, h, icon } from '../dom.js'
import { openPopup } from '../popup.js'
import { listbox } from './listbox.js'

/**
 * @typedef {{ value: string, label: string, hint?: string, group?: string, mark?: () => HTMLElement }} Item
 * @typedef {object} PickerOptions
 * @property {(query: string) => Item[]} find  what the list shows for what is typed
 * @property {(value: string) => string} labelOf
 * @property {string[]} chosen
 * @property {number} max  1 for a single choice
 * @property {boolean} many
 * @property {boolean} clearable
 * @property {string} placeholder
 * @property {string} listName
 * @property {Record<string, string>} names
 * @property {(chosen: string[]) => void} onChange
 */

/**
 * A text field with a list: type to narrow it, arrows and Enter to choose, Escape to leave it. One choice stands in the
 * field, several stand before it as chips.
 * @param {PickerOptions} options
 */
export function picker(options) {
  let chosen = options.chosen
  /** @type {(() => void) | null} */
  let shut = null
  const id = freshId('list')
  const input = h('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    'aria-controls': id,
    ...options.names,
  })
  const chips = h('span', { class: 'chips' })
  const clear = h(
    'button',
    { class: 'picker-clear', type: 'button', 'aria-label': 'Remove the choice', onclick: () => set([]) },
    icon('close', true),
  )
  const node = h('div', { class: 'picker' }, chips, input, clear, icon('down', true))
  const list = listbox(id, options.listName, options.many, input, (value) => pick(value))
  node.append(list.node)

  const show = () => {
    list.fill(options.find(input.dataset['typed'] ? input.value : ''), chosen)
    shut ??= openPopup(list.node, node, 'stretch')
    list.reveal()
    input.setAttribute('aria-expanded', 'true')
  }
  const close = () => {
    shut?.()
    shut = null
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
    delete input.dataset['typed']
    draw()
  }
  const draw = () => {
    const one = chosen[0]
    input.value = options.many || one === undefined ? '' : options.labelOf(one)
    input.placeholder = options.many && chosen.length > 0 ? 'One more' : options.placeholder
    clear.hidden = options.many || one === undefined || !options.clearable
  }
  // Apart from the text: a chip that is being clicked must not be drawn anew when the field loses the focus.
  const drawChips = () => {
    if (options.many)
      chips.replaceChildren(
        ...chosen.map((value) => chip(options.labelOf(value), () => set(chosen.filter((each) => each !== value)))),
      )
  }
  const set = (/** @type {string[]} */ next) => {
    chosen = next
    draw()
    drawChips()
    input.focus()
    options.onChange(chosen)
  }
  const pick = (/** @type {string} */ value) => {
    if (!options.many) {
      close()
      if (chosen[0] !== value) set([value])
    } else if (chosen.includes(value)) set(chosen.filter((each) => each !== value))
    else if (chosen.length < options.max) set([...chosen, value])
    delete input.dataset['typed']
    if (shut) show()
  }
  input.addEventListener('input', () => {
    input.dataset['typed'] = 'yes'
    show()
  })
  input.addEventListener('focus', () => input.select())
  node.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('button, [role=listbox]')) return
    input.focus()
    show()
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Backspace' && options.many && input.value === '' && chosen.length > 0) set(chosen.slice(0, -1))
    else if (!shut && ['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) show()
    else if (shut && event.key === 'Escape') close()
    else if (!shut || !list.key(event.key)) return
    if (event.key === 'Backspace') return
    event.preventDefault()
    event.stopPropagation()
  })
  draw()
  drawChips()
  return { node, input, read: () => chosen }
}

/** @param {string} label @param {() => void} remove */
const chip = (label, remove) =>
  h(
    'span',
    { class: 'chip' },
    label,
    h('button', { type: 'button', 'aria-label': `Remove ${label}`, onclick: remove }, icon('close', true)),
  )
