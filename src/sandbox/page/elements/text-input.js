import { h } from '../dom.js'
import { words } from '../text/mrkdwn.js'
import { enter, keptOr, press } from './host.js'

/** @import { Part } from '../types.js' @import { Host } from './host.js' */

/** Slack waits a little after each key before it tells the app of it; so does the page. */
const TYPING_MS = 600

/** @type {Record<string, Record<string, string>>} */
const TYPES = {
  plain_text_input: { type: 'text' },
  email_text_input: { type: 'email', autocomplete: 'off' },
  url_text_input: { type: 'url', autocomplete: 'off', inputmode: 'url' },
  number_input: { type: 'number' },
}

/** One line, several lines, an address or a number. @param {Part} element @param {Host} host */
export function textInput(element, host) {
  const common = {
    class: 'text-input',
    placeholder: words(element.placeholder),
    minlength: element.min_length,
    maxlength: element.max_length,
    'aria-label': words(element.placeholder) || 'Your answer',
    ...host.names,
  }
  const number =
    element.type === 'number_input'
      ? { min: element.min_value, max: element.max_value, step: element.is_decimal_allowed ? 'any' : 1 }
      : {}
  const initial = keptOr(host, element, element.initial_value) ?? ''
  const control = element.multiline
    ? h('textarea', { ...common, rows: 4 }, initial)
    : h('input', { ...common, ...TYPES[element.type], ...number, value: initial })
  enter(host, element, control, () => (control.value === '' ? undefined : control.value))
  if (host.dispatches) dispatch(element, host, control)
  return control
}

/** @param {Part} element @param {Host} host @param {HTMLInputElement | HTMLTextAreaElement} control */
function dispatch(element, host, control) {
  const when = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed']
  const send = () => void press(host, element, { value: control.value }, control)
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  if (when.includes('on_character_entered')) {
    control.addEventListener('input', () => {
      clearTimeout(timer)
      timer = setTimeout(send, TYPING_MS)
    })
  }
  if (!when.includes('on_enter_pressed')) return
  control.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    clearTimeout(timer)
    send()
  })
}
