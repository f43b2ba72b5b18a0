import { freshId, h } from '../dom.js'
import { drawElement } from '../elements/elements.js'
import { actionHost } from '../elements/host.js'
import { markdown } from '../text/markdown.js'
import { plain, rendered, words } from '../text/mrkdwn.js'
import { picture } from './image.js'

/** @import { Block, Part } from '../types.js' @import { Surface } from '../elements/host.js' */

/** @param {Block} block @param {Surface} surface */
export function header(block, surface) {
  // In a modal the dialog's title is the h2; in messages each day is.
  return h(surface.kind === 'home' ? 'h2' : 'h3', { class: 'block-header' }, ...plain(words(block.text)))
}

/** @param {Block} block @param {Surface} surface */
export function section(block, surface) {
  const id = freshId('section')
  const text = block.text === undefined ? null : h('div', { class: 'block-text', id }, ...rendered(block.text))
  const fields =
    (block.fields ?? []).length > 0 &&
    h(
      'div',
      { class: 'block-fields' },
      ...(block.fields ?? []).map((field) => h('div', { class: 'block-field' }, ...rendered(field))),
    )
  const accessory =
    block.accessory &&
    h(
      'div',
      { class: `block-accessory accessory-${block.accessory.type}` },
      accessoryOf(block, block.accessory, surface, text ? id : null),
    )
  return h(
    'div',
    { class: accessory ? 'block-section has-accessory' : 'block-section' },
    h('div', { class: 'block-section-words' }, text, fields),
    accessory,
  )
}

/** @param {Block} block @param {Part} element @param {Surface} surface @param {string | null} id */
function accessoryOf(block, element, surface, id) {
  if (element.type === 'image') return picture(element, 'accessory-image')
  // Selects and choices are named by the section beside them; a button has its own words.
  const speaks = element.type === 'button' || element.type === 'overflow'
  /** @type {Record<string, string>} */
  const named = id === null ? {} : { [speaks ? 'aria-describedby' : 'aria-labelledby']: id }
  return drawElement(element, actionHost(surface, block, named))
}

/** @param {Block} block */
export function context(block) {
  const parts = (block.elements ?? []).map((each) =>
    each.type === 'image'
      ? picture(each, 'context-image')
      : h(
          'span',
          { class: 'context-text' },
          ...rendered(typeof each.text === 'string' ? { type: each.type, text: each.text } : each.text),
        ),
  )
  return h('div', { class: 'block-context' }, ...parts)
}

/** @param {Block} block @param {Surface} surface */
export const actions = (block, surface) =>
  h(
    'div',
    { class: 'block-actions' },
    ...(block.elements ?? []).map((each) => drawElement(each, actionHost(surface, block, {}))),
  )

export const divider = () => h('hr', { class: 'block-divider' })

/** @param {Block} block */
export const markdownBlock = (block) => h('div', { class: 'block-markdown' }, ...markdown(words(block.text)))

const LEVELS = new Map([
  ['warning', 'Warning'],
  ['error', 'Error'],
  ['success', 'Done'],
  ['info', 'Note'],
])

/** @param {Block} block */
export function alert(block) {
  const level = LEVELS.has(block.level ?? '') ? block.level : 'default'
  const word = LEVELS.get(block.level ?? '')
  return h(
    'div',
    { class: `block-alert alert-${level}`, role: level === 'error' || level === 'warning' ? 'alert' : 'note' },
    word && h('span', { class: 'for-readers' }, `${word}: `),
    h('div', {}, ...rendered(block.text)),
  )
}
