import { myZone, state } from '../state.js'
import { hour, isoDay, say, second } from '../zone.js'

/** @type {Record<string, Intl.DateTimeFormatOptions>} Slack's formats, in the words of an English reader */
const FORMATS = {
  date_long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date_long_full: { day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: 'numeric', month: 'long' },
  date_short: { day: 'numeric', month: 'short', year: 'numeric' },
  day_divider: { weekday: 'long', day: 'numeric', month: 'long' },
}
const DAY_S = 86_400

/** @param {number} unix @param {string} zone */
function nearDay(unix, zone) {
  const now = Date.parse(state.frame?.now ?? state.sandbox?.now ?? '') / 1000
  const day = isoDay(unix * 1000, zone)
  const near = [
    [-DAY_S, 'yesterday'],
    [0, 'today'],
    [DAY_S, 'tomorrow'],
  ]
  return near.find(([shift]) => Number.isFinite(now) && isoDay((now + Number(shift)) * 1000, zone) === day)?.[1]
}

/** @param {number} unix */
function ago(unix) {
  const now = Date.parse(state.frame?.now ?? state.sandbox?.now ?? '') / 1000
  const gap = unix - now
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  if (Math.abs(gap) < 3600) return words.format(Math.round(gap / 60), 'minute')
  if (Math.abs(gap) < DAY_S) return words.format(Math.round(gap / 3600), 'hour')
  return words.format(Math.round(gap / DAY_S), 'day')
}

/**
 * Slack's date template in the zone of the person I am.
 * @param {number} unix  seconds
 * @param {string} template  such as "{date_short} at {time}"
 */
export function slackDate(unix, template) {
  const zone = myZone()
  return template.replaceAll(/\{(\w+)\}/g, (whole, token) => {
    if (token === 'time') return hour(unix * 1000, zone)
    if (token === 'time_secs') return second(unix * 1000, zone)
    if (token === 'date_num') return isoDay(unix * 1000, zone)
    if (token === 'date_slash') return say(unix * 1000, zone, { day: '2-digit', month: '2-digit', year: 'numeric' })
    if (token === 'ago') return ago(unix)
    const pretty = token.endsWith('_pretty')
    const options = FORMATS[pretty ? token.slice(0, -'_pretty'.length) : token]
    if (!options) return whole
    return String((pretty && nearDay(unix, zone)) || say(unix * 1000, zone, options))
  })
}
