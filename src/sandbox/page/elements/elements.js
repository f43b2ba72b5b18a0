import { h } from '../dom.js'
import { button } from './button.js'
import { checkboxes, radioButtons } from './choices.js'
import { fileInput } from './file-input.js'
import { overflow } from './overflow.js'
import { multiStaticSelect, multiUsersSelect, staticSelect, usersSelect } from './select.js'
import { textInput } from './text-input.js'
import { datepicker, datetimepicker, timepicker } from './when.js'

/** @import { Part } from '../types.js' @import { Host } from './host.js' */

/** @type {Record<string, (element: Part, host: Host) => HTMLElement>} */
const ELEMENTS = {
  button,
  overflow,
  static_select: staticSelect,
  multi_static_select: multiStaticSelect,
  users_select: usersSelect,
  multi_users_select: multiUsersSelect,
  datepicker,
  timepicker,
  datetimepicker,
  radio_buttons: radioButtons,
  checkboxes,
  plain_text_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  number_input: textInput,
  file_input: fileInput,
}

/** Elements that are several controls under one name rather than one control. */
export const GROUPS = new Set(['radio_buttons', 'checkboxes'])

/**
 * @param {Part} element
 * @param {Host} host
 * @returns {HTMLElement}
 */
export function drawElement(element, host) {
  const draw = Object.hasOwn(ELEMENTS, element.type) ? ELEMENTS[element.type] : undefined
  return draw ? draw(element, host) : h('span', { class: 'unknown' }, `Slack would show a ${element.type} here.`)
}
