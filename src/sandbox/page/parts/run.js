import { get, post } from '../api.js'
import { refresh } from '../refresh.js'
import { change, companyZone, firstNameOf, state } from '../state.js'
import { morningAfter } from '../zone.js'
import { say } from './toast.js'

/**
 * A move of the clock that this page drives, in steps, so that it can be stopped.
 * @typedef {object} Run
 * @property {'prompt' | 'day' | 'month' | 'year'} kind
 * @property {number} from
 * @property {number} to
 * @property {number} startedAt  real, for the time left
 * @property {boolean} stopping
 * @property {boolean} over
 * @property {number} sent
 * @property {number} ledger  what the app had called when the run began
 * @property {number} inbound
 * @property {{ at: number, words: string }[]} happened  newest first
 */

/** Next prompt gives up after this many days without a word to the person I am. */
const PROMPT_DAYS = 40
/** More messages than this are counted, not read. */
const READ_AT_MOST = 200
const HAPPENED_SHOWN = 6

export const virtualNow = () => Date.parse(state.frame?.now ?? state.sandbox?.now ?? '')

/** @param {Run['kind']} kind */
export function startRun(kind) {
  if (state.run && !state.run.over) return
  const from = virtualNow()
  const zone = companyZone()
  let to = from
  if (kind === 'prompt') for (let day = 0; day < PROMPT_DAYS; day += 1) to = morningAfter(to, zone, 'day')
  else to = morningAfter(from, zone, kind)
  const { ledger = 0, inbound = 0 } = state.frame ?? {}
  /** @type {Run} */
  const run = {
    kind,
    from,
    to,
    startedAt: performance.now(),
    stopping: false,
    over: false,
    sent: 0,
    ledger,
    inbound,
    happened: [],
  }
  change({ run, ...(kind === 'year' && { place: 'running' }) })
  drive(run)
    .catch(say)
    .finally(() => {
      update(run, { over: true })
      if (run.kind !== 'year' && state.run === run) change({ run: null })
      void refresh()
    })
}

export function stopRun() {
  if (state.run) update(state.run, { stopping: true })
}

/** The company is another one: what ran belongs to the past. */
export function dropRun() {
  if (state.run) state.run.stopping = true
  change({ run: null })
}

/** @param {Run} run @param {Partial<Run>} patch */
function update(run, patch) {
  Object.assign(run, patch)
  if (state.run === run) change({ run })
}

/** @param {Run} run */
async function drive(run) {
  const step = run.kind === 'year' ? 'week' : run.kind === 'prompt' ? 'day' : run.kind
  const me = state.me
  const until = run.kind === 'prompt' ? { until: me } : {}
  let at = run.from
  while (at < run.to && !run.stopping) {
    const since = state.frame?.ledger ?? 0
    at = Math.min(run.to, morningAfter(at, companyZone(), step))
    /** @type {{ now: string, sent: number, heard?: boolean }} */
    const { now, sent, heard } = await post('/clock', { to: new Date(at).toISOString(), ...until })
    // A move in which nothing happened may be over before the stream has told of it.
    if (state.frame) change({ frame: { ...state.frame, now } })
    update(run, { sent: run.sent + sent })
    if (run.kind === 'year' && sent > 0) await tell(run, at, since, sent)
    if (heard) return
  }
  if (run.kind === 'prompt' && !run.stopping) say(nothing(run, me))
}

/** @param {Run} run @param {string} me */
function nothing(run, me) {
  const others = run.sent === 0 ? 'Nobody else got one either.' : `${run.sent} went to others.`
  return `No message for ${firstNameOf(me)} in ${PROMPT_DAYS} days. ${others}`
}

/** @param {Run} run @param {number} at @param {number} since @param {number} sent */
async function tell(run, at, since, sent) {
  const count = sent === 1 ? '1 message' : `${sent} messages`
  let words = `${count}.`
  if (sent <= READ_AT_MOST) {
    /** @type {{ calls: { accepted: boolean, arguments: { text?: string } }[] }} */
    const { calls } = await get('/ledger', { since, method: 'chat.postMessage' })
    const text = calls.filter(({ accepted }) => accepted).at(-1)?.arguments.text
    if (text) words = `${count}, the last: “${text.length > 110 ? `${text.slice(0, 108)}…` : text}”`
  }
  update(run, { happened: [{ at, words }, ...run.happened].slice(0, HAPPENED_SHOWN) })
}
