import { h } from '../dom.js'
import { myZone } from '../state.js'
import { words } from '../text/mrkdwn.js'
import { hour, instantOf, isoDay } from '../zone.js'
import { enter, keptOr, press } from './host.js'

/** @import { Part } from '../types.js' @import { Host } from './host.js' */

/** A date typed key by key is complete several times on the way; after this pause it counts as meant. */
const SETTLE_MS = 1_500

/**
 * The browser's own pickers: they know the reader's keyboard, phone and screen reader.
 * @param {Part} element
 * @param {Host} host
 * @param {'date' | 'time' | 'datetime-local'} type
 * @param {string} initial
 * @param {(shown: string) => string | undefined} read  what is sent for what the field shows
 */
function field(element, host, type, initial, read) {
  const label = words(element.placeholder) || { date: 'Date', time: 'Time', 'datetime-local': 'Date and time' }[type]
  const control = h('input', {
    class: 'text-input when-input',
    type,
    value: initial,
    'aria-label': label,
    ...host.names,
  })
  let sent = initial
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  const send = () => {
    clearTimeout(timer)
    const selected = read(control.value)
    if (!host.dispatches || selected === undefined || control.value === sent) return
    sent = control.value
    void press(host, element, { selected }, control)
  }
  control.addEventListener('change', () => {
    clearTimeout(timer)
    timer = setTimeout(send, SETTLE_MS)
  })
  control.addEventListener('blur', send)
  control.addEventListener('keydown', (event) => event.key === 'Enter' && send())
  enter(host, element, control, () => read(control.value))
  return control
}

/** @param {string} shown */
const asShown = (shown) => (shown === '' ? undefined : shown)

/** @param {Part} element @param {Host} host */
export const datepicker = (element, host) =>
  field(element, host, 'date', keptOr(host, element, element.initial_date) ?? '', asShown)

/** @param {Part} element @param {Host} host */
export const timepicker = (element, host) =>
  field(element, host, 'time', keptOr(host, element, element.initial_time) ?? '', asShown)

/** Seconds since 1970; shown and read in the zone of the person I am. @param {Part} element @param {Host} host */
export function datetimepicker(element, host) {
  const zone = myZone()
  const initial = Number(keptOr(host, element, element.initial_date_time))
  const shown = Number.isFinite(initial) ? `${isoDay(initial * 1000, zone)}T${hour(initial * 1000, zone)}` : ''
  return field(element, host, 'datetime-local', shown, (value) => {
    const [day = '', time = ''] = value.split('T')
    return value === '' ? undefined : String(instantOf(day, time, zone) / 1000)
  })
}
