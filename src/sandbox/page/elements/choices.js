import { freshId, h } from '../dom.js'
import { rendered } from '../text/mrkdwn.js'
import { enter, keptOr, press } from './host.js'

/** @import { Part, Option } from '../types.js' @import { Host } from './host.js' */

/**
 * @param {'radio' | 'checkbox'} type
 * @param {Part} element
 * @param {Host} host
 * @param {string[]} chosen
 */
function group(type, element, host, chosen) {
  const name = freshId(type)
  const inputs = (element.options ?? []).map((option) => ({ option, input: choice(type, name, option, chosen) }))
  const rows = inputs.map(({ option, input }) =>
    h(
      'label',
      { class: 'choice' },
      input,
      h('span', { class: 'choice-words' }, ...rendered(option.text)),
      option.description && h('span', { class: 'choice-hint' }, ...rendered(option.description)),
    ),
  )
  const node = h('div', { class: 'choices', role: type === 'radio' ? 'radiogroup' : 'group', ...host.names }, ...rows)
  const values = () => inputs.filter(({ input }) => input.checked).map(({ input }) => input.value)
  const read = () => (type === 'radio' ? values()[0] : values())
  node.addEventListener('change', () => {
    if (host.dispatches) void press(host, element, { selected: read() ?? '' }, node)
  })
  enter(host, element, node, read)
  return node
}

/** @param {string} type @param {string} name @param {Option} option @param {string[]} chosen */
const choice = (type, name, { value = '' }, chosen) =>
  h('input', { type, name, value, checked: chosen.includes(value) })

/** @param {Part} element @param {Host} host */
export function radioButtons(element, host) {
  const kept = keptOr(host, element, element.initial_option?.value)
  return group('radio', element, host, kept === undefined ? [] : [kept])
}

/** @param {Part} element @param {Host} host */
export const checkboxes = (element, host) =>
  group(
    'checkbox',
    element,
    host,
    keptOr(
      host,
      element,
      (element.initial_options ?? []).map(({ value }) => value ?? ''),
    ),
  )
