const DAY_MS = 86_400_000

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map()

/**
 * Words for an instant, as a reader in `zone` says them. Formats are kept: making one costs more than using it.
 * @param {number | string} at
 * @param {string} zone
 * @param {Intl.DateTimeFormatOptions} options
 */
export function say(at, zone, options) {
  const key = zone + JSON.stringify(options)
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options })
  formats.set(key, format)
  return format.format(new Date(at))
}

/** @param {number | string} at @param {string} zone */
export const hour = (at, zone) => say(at, zone, { hour: '2-digit', minute: '2-digit' })
/** @param {number | string} at @param {string} zone */
export const second = (at, zone) => say(at, zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
/** @param {number | string} at @param {string} zone */
export const dayTitle = (at, zone) =>
  `${say(at, zone, { weekday: 'long' })}, ${say(at, zone, { day: 'numeric', month: 'long' })}`
/** @param {number | string} at @param {string} zone */
export const longDay = (at, zone) => `${dayTitle(at, zone)} ${say(at, zone, { year: 'numeric' })}`
/** @param {number | string} at @param {string} zone */
export const shortDay = (at, zone) => say(at, zone, { weekday: 'short', day: 'numeric', month: 'short' })
/** @param {number | string} at @param {string} zone */
export const plainDay = (at, zone) => say(at, zone, { day: 'numeric', month: 'long', year: 'numeric' })

/** The calendar day there, as 2026-01-05. @param {number | string} at @param {string} zone */
export function isoDay(at, zone) {
  const [day, month, year] = say(at, zone, { day: '2-digit', month: '2-digit', year: 'numeric' }).split('/')
  return `${year}-${month}-${day}`
}

/** Detroit, of America/Detroit. @param {string} zone */
export const city = (zone) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/**
 * The instant at which a clock on the wall in `zone` shows this; in the hour that a zone skips, the one after it.
 * @param {string} day  2026-01-05
 * @param {string} time  09:00
 * @param {string} zone
 * @returns {number} ms since 1970
 */
export function instantOf(day, time, zone) {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  let guess = wanted
  // Twice: the first step may cross a change of the zone's offset.
  for (let step = 0; step < 2; step += 1)
    guess += wanted - Date.parse(`${isoDay(guess, zone)}T${hour(guess, zone)}:00Z`)
  return guess
}

/**
 * The morning on which a move of the clock ends.
 * @param {number} now
 * @param {string} zone
 * @param {'day' | 'week' | 'month' | 'year'} step
 */
export function morningAfter(now, zone, step) {
  const today = isoDay(now, zone)
  const date = new Date(`${today}T12:00:00Z`)
  if (step === 'month') date.setUTCMonth(date.getUTCMonth() + 1, 1)
  else if (step === 'year') date.setUTCFullYear(date.getUTCFullYear() + 1)
  else date.setTime(date.getTime() + (step === 'week' ? 7 : 1) * DAY_MS)
  return instantOf(date.toISOString().slice(0, 10), '09:00', zone)
}

/** Whole days between two instants. @param {number} from @param {number} to */
export const daysBetween = (from, to) => Math.round((to - from) / DAY_MS)

/** What part of its calendar year has passed at an instant, 0 to 1. @param {number | string} at @param {string} zone */
export function partOfYear(at, zone) {
  const day = isoDay(at, zone)
  const year = Number(day.slice(0, 4))
  const first = Date.UTC(year, 0, 1)
  return (Date.parse(`${day}T12:00:00Z`) - first) / (Date.UTC(year + 1, 0, 1) - first)
}
