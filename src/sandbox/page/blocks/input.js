import { freshId, h, icon } from '../dom.js'
import { drawElement, GROUPS } from '../elements/elements.js'
import { rendered, words } from '../text/mrkdwn.js'

/** @import { Block } from '../types.js' @import { Surface } from '../elements/host.js' */

/** A question of a form: label, hint, control, and room for what was wrong with the answer. @param {Block} block @param {Surface} surface */
export function input(block, surface) {
  const element = block.element
  if (!element) return h('div', {})
  const label = freshId('label')
  const hint = freshId('hint')
  const error = freshId('error')
  const names = { 'aria-labelledby': label, 'aria-describedby': block.hint ? `${hint} ${error}` : error }
  const host = {
    surface,
    block_id: block.block_id,
    dispatches: block.dispatch_action === true,
    optional: block.optional === true,
    names,
  }
  const control = drawElement(element, host)
  const field = h(
    'div',
    { class: 'field', 'data-block': block.block_id },
    h(
      GROUPS.has(element.type) ? 'div' : 'label',
      { class: 'field-label', id: label },
      words(block.label),
      block.optional === true && h('span', { class: 'field-optional' }, ' (optional)'),
    ),
    block.hint && h('div', { class: 'field-hint', id: hint }, ...rendered(block.hint)),
    control,
    h('div', { class: 'field-error', id: error, hidden: true }),
  )
  name(field, control)
  return field
}

/** A click on the label goes to its control. @param {HTMLElement} field @param {HTMLElement} control */
function name(field, control) {
  const label = field.querySelector('label.field-label')
  const target = control.matches('input, textarea') ? control : control.querySelector('input')
  if (!(label instanceof HTMLLabelElement) || !target) return
  target.id ||= freshId('control')
  label.htmlFor = target.id
}

/**
 * Says what was wrong with an answer, beside it and to a screen reader; no sentence takes it away again.
 * @param {HTMLElement} field
 * @param {HTMLElement} control
 * @param {string | undefined} sentence
 */
export function showError(field, control, sentence) {
  const place = field.querySelector('.field-error')
  if (!(place instanceof HTMLElement)) return
  place.hidden = sentence === undefined
  place.replaceChildren(...(sentence === undefined ? [] : [icon('warning', true), h('span', {}, sentence)]))
  field.classList.toggle('field-wrong', sentence !== undefined)
  if (sentence === undefined) control.removeAttribute('aria-invalid')
  // A group of checkboxes cannot be invalid in ARIA; its description says it.
  else if (control.getAttribute('role') !== 'group') control.setAttribute('aria-invalid', 'true')
}
