import { get, Refused } from './api.js'
import { dropRun } from './parts/run.js'
import { openHome, refresh } from './refresh.js'
import { change, NOT_YET, person, state } from './state.js'
import { follow } from './stream.js'
import { say } from './parts/toast.js'
import { showView } from './modal/modal.js'

/** @import { Frame, Sandbox, CompanyRow, Command } from './types.js' */

/** How long to wait before asking again a sandbox that is not ready. */
const KNOCK_MS = 1_000

/** @type {Promise<void> | null} */
let loading = null

export function startSession() {
  follow(onFrame, onLost)
  addEventListener('hashchange', () => followHash())
  load()
}

function onLost() {
  if (state.link === 'ready' || state.link === 'loading') change({ link: 'lost' })
}

/** @param {Frame} frame */
function onFrame(frame) {
  const before = state.frame
  change({ frame })
  if (!frame.ready) return change({ link: 'loading' })
  if (state.link !== 'ready' || before?.company !== frame.company || (before?.moving && !frame.moving)) return load()
  if (before.ledger !== frame.ledger || before.inbound !== frame.inbound) void refresh()
}

/** Reads the company; while there is none yet, asks again until there is. */
function load() {
  loading ??= fetchCompany()
    .catch((error) => {
      if (error instanceof Refused && error.status === 503) change({ link: 'loading' })
      setTimeout(load, KNOCK_MS)
    })
    .finally(() => {
      loading = null
    })
}

async function fetchCompany() {
  /** @type {Sandbox} */
  const sandbox = await get('')
  const isNew = sandbox.team_id !== state.sandbox?.team_id
  if (isNew) {
    const [companies, commands] = await Promise.all([
      /** @type {Promise<CompanyRow[]>} */ (get('/companies')),
      /** @type {Promise<Command[]>} */ (get('/commands')),
    ])
    showView(null)
    dropRun()
    change({ companies, commands, conversations: NOT_YET, home: null, moments: [], me: '', place: 'messages' })
  }
  change({ sandbox, link: 'ready' })
  if (isNew) followHash()
  else await refresh()
}

/** The address says who I am and where: #U01, #U01/home, #U01/G01. */
function followHash() {
  if (!state.sandbox) return
  const [asked = '', place = 'messages'] = decodeURIComponent(location.hash.slice(1)).split('/')
  // The first who is no lead may take part: the best person to begin as.
  const me = person(asked)?.id ?? state.sandbox.users.find((user) => !user.is_lead)?.id ?? ''
  const isOther = me !== state.me
  if (isOther) showView(null)
  if (!isOther && place === state.place) return void refresh()
  change({ me, place, ...(isOther && { conversations: NOT_YET, home: null }) })
  if (place === 'home') openHome().catch(say)
  void refresh()
}

/** @param {string} id */
export function become(id) {
  if (id === state.me && state.place !== 'running') return
  goTo(id, 'messages')
}

/** @param {string} place */
export const goToPlace = (place) => goTo(state.me, place)

/** @param {string} id @param {string} place */
function goTo(id, place) {
  const hash = addressOf(id, place)
  if (location.hash === hash) return followHash()
  location.hash = hash
}

/** @param {string} id @param {string} place */
export const addressOf = (id, place) => (place === 'messages' ? `#${id}` : `#${id}/${place}`)
