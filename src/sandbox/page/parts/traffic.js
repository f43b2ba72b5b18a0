import { get } from '../api.js'
import { h, icon, keyed, part } from '../dom.js'
import { change, companyZone, nameOf, state, watch } from '../state.js'
import { isoDay, say as sayTime, second } from '../zone.js'
import { json } from './json.js'
import { say } from './toast.js'
import { virtualNow } from './run.js'

/** @import { Call } from '../types.js' */

/** How many calls are fetched at once and kept on the screen. */
const SHOWN = 200
const FILTERS = /** @type {const} */ ([
  ['all', 'All'],
  ['to-slack', 'App to Slack'],
  ['to-app', 'Slack to app'],
])

/** @type {Call[]} oldest first */
let calls = []
/** @type {string} */
let team = ''
/** @type {'all' | Call['direction']} */
let filter = 'all'
let busy = false
/** @type {HTMLElement | null} */
let opener = null

async function fetchNew() {
  if (!state.traffic || busy || !state.sandbox) return
  busy = true
  try {
    if (team !== state.sandbox.team_id) calls = []
    team = state.sandbox.team_id
    /** @type {Call[]} */
    const more = await get('/traffic', { since: calls.at(-1)?.n ?? 0, limit: SHOWN })
    calls = [...calls, ...more].slice(-SHOWN)
    draw()
  } catch (error) {
    if (state.link === 'ready') say(error)
  } finally {
    busy = false
  }
}

/** @param {Call} call */
const isRefused = ({ outcome }) => !/^(ok|200|\d+ ?ms|ack.*)$/i.test(outcome)

/** @param {Call} call */
function row(call) {
  const toSlack = call.direction === 'to-slack'
  const zone = companyZone()
  const isToday = isoDay(call.at, zone) === isoDay(virtualNow(), zone)
  const when = isToday ? second(call.at, zone) : sayTime(call.at, zone, { day: 'numeric', month: 'short' })
  const outcome = `${call.outcome}${call.ms == null ? '' : `, ${call.ms} ms`}`
  const details = h(
    'details',
    { class: toSlack ? 'call' : 'call call-from-slack' },
    h(
      'summary',
      {},
      icon(toSlack ? 'out' : 'in'),
      h(
        'span',
        { class: 'call-method' },
        h('span', { class: 'for-readers' }, toSlack ? 'From the app: ' : 'From Slack: '),
        call.what,
      ),
      h('span', { class: 'call-time' }, when),
      h('span', { class: 'call-about' }, call.user ? nameOf(call.user) : ''),
      h('span', { class: isRefused(call) ? 'call-outcome call-refused' : 'call-outcome' }, outcome),
    ),
  )
  details.querySelector('summary')?.append(h('span', { class: 'call-chevron' }, icon('down', true)))
  // A year has thousands of calls; their bodies are drawn when somebody wants to see them.
  details.addEventListener(
    'toggle',
    () => details.open && details.children.length === 1 && details.append(json(call.body)),
  )
  return h('li', {}, details)
}

function draw() {
  const shown = calls.filter(({ direction }) => filter === 'all' || direction === filter).toReversed()
  keyed(part('calls'), shown, (call) => ({ key: String(call.n), signature: call.outcome }), row)
  part('calls-none').hidden = shown.length > 0
  for (const [id, words] of FILTERS) {
    const button = part(`filter-${id}`)
    const count = id === 'all' ? calls.length : calls.filter(({ direction }) => direction === id).length
    button.textContent = `${words} ${count}${calls.length >= SHOWN && id === 'all' ? ' newest' : ''}`
    button.setAttribute('aria-pressed', String(filter === id))
  }
}

function toggle() {
  const open = !state.traffic
  change({ traffic: open })
  part('drawer').hidden = !open
  part('traffic').setAttribute('aria-pressed', String(open))
  if (open) {
    opener = document.activeElement instanceof HTMLElement ? document.activeElement : null
    part('drawer-close').focus()
    void fetchNew()
  } else (opener?.isConnected ? opener : part('traffic')).focus()
}

export function startTraffic() {
  part('traffic').addEventListener('click', toggle)
  part('drawer-close').addEventListener('click', toggle)
  part('drawer').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    toggle()
  })
  for (const [id] of FILTERS) {
    part(`filter-${id}`).addEventListener('click', () => {
      filter = id
      draw()
    })
  }
  watch(['frame', 'sandbox'], () => void fetchNew())
}
