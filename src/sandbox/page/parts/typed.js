import { state } from '../state.js'
import { virtualNow } from './run.js'

/** @import { Message } from '../types.js' */

/**
 * Commands typed in this tab. Slack shows a typed command to nobody and keeps it nowhere; the page shows it to the one
 * who typed it, so that an answer has its question beside it. It is gone when the page is loaded again.
 * @type {Map<string, (Message & { typed: boolean })[]>}
 */
const typed = new Map()

/** In another company the same id is somebody else. @param {string} me @param {string} place */
const keyOf = (me, place) => `${state.sandbox?.team_id} ${me} ${place}`

/** @param {string} me @param {string} place */
export const typedIn = (me, place) => typed.get(keyOf(me, place)) ?? []

/** @param {string} me @param {string} place @param {string} text */
export function rememberTyped(me, place, text) {
  const before = typedIn(me, place)
  const at = new Date(virtualNow()).toISOString()
  typed.set(keyOf(me, place), [
    ...before,
    { ts: `typed-${before.length}`, at, from: me, text, ephemeral: true, typed: true },
  ])
}
