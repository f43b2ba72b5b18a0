import { get, post, Refused } from './api.js'
import { change, companyZone, shownConversation, state } from './state.js'
import { say } from './parts/toast.js'
import { isoDay } from './zone.js'

/** @import { Conversation, View } from './types.js' */

/** While the clock runs, changes come by the hundred; the page looks again at most this often. */
const PAUSE_MS = 400

/** @type {Promise<void> | null} */
let running = null
let again = false
/** @type {((view: View | null) => void)[]} */
const viewListeners = []

/** @param {(view: View | null) => void} listener  told of the uppermost view at each refresh */
export const onView = (listener) => viewListeners.push(listener)

/**
 * Fetches anew what is on the screen, and nothing else. Calls while one is under way are answered by one more.
 * @returns {Promise<void>} when what is shown is at least as new as the call
 */
export function refresh() {
  if (running) {
    again = true
    return running
  }
  running = rounds()
    .catch(ignoreLost)
    .finally(() => {
      running = null
    })
  return running
}

async function rounds() {
  do {
    again = false
    await once()
    if (again) await new Promise((resolve) => setTimeout(resolve, state.frame?.moving ? PAUSE_MS : 0))
  } while (again)
}

/** A server that went away is told of by the stream; a refusal is a fault of the page. @param {unknown} error */
function ignoreLost(error) {
  if (state.link !== 'ready' || (error instanceof Refused && (error.status === 0 || error.status === 503))) return
  say(error)
}

async function once() {
  const { me, sandbox } = state
  if (!sandbox || me === '') return
  const [conversations, unread, view] = await Promise.all([
    /** @type {Promise<Conversation[]>} */ (get('/conversations', { user: me })),
    /** @type {Promise<Record<string, number>>} */ (get('/unread')),
    /** @type {Promise<View | null>} */ (get('/view', { user: me })),
    moments(),
    state.place === 'home' ? newHome(me) : null,
  ])
  // Meanwhile I may have become somebody else.
  if (state.me !== me || state.sandbox !== sandbox) return
  change({ conversations, unread })
  for (const listener of viewListeners) listener(view)
}

/** The days of the year shown, and of the one a run began in, on which the app wrote to somebody. */
async function moments() {
  const zone = companyZone()
  const year = isoDay(state.frame?.now ?? state.sandbox?.now ?? 0, zone).slice(0, 4)
  const first = state.run ? isoDay(state.run.from, zone).slice(0, 4) : year
  /** @type {string[]} */
  const days = await get('/moments', { from: `${first < year ? first : year}-01-01`, to: `${year}-12-31` })
  if (JSON.stringify(days) !== JSON.stringify(state.moments)) change({ moments: days })
}

/** @type {{ me: string, since: number }} */
let homeSeen = { me: '', since: 0 }
let openings = 0

/**
 * Opens the Home tab, which tells the app of it.
 * @returns {Promise<void>}
 */
export async function openHome() {
  const { me, frame } = state
  homeSeen = { me, since: frame?.ledger ?? 0 }
  openings += 1
  try {
    const home = await get('/home', { user: me })
    if (state.me === me) change({ home: /** @type {View | null} the control API's contract */ (home) })
  } finally {
    openings -= 1
  }
}

/**
 * Home as the app last published it. Asking for it the first way would count as opening the tab again, and the app
 * would publish again, and so on for ever; so the page reads what was published from the ledger.
 * @param {string} me
 */
async function newHome(me) {
  // What is published while the tab opens comes with the answer to that.
  if (homeSeen.me !== me || openings > 0) return
  /** @type {{ calls: { n: number, accepted: boolean, arguments: { user_id?: string, view?: View | string } }[] }} */
  const { calls } = await get('/ledger', { since: homeSeen.since, method: 'views.publish' })
  homeSeen.since = Math.max(homeSeen.since, ...calls.map(({ n }) => n))
  const view = calls.filter((call) => call.accepted && call.arguments.user_id === me).at(-1)?.arguments.view
  if (!view || state.me !== me) return
  // The id of a person's Home never changes, and only the server can tell it.
  if (!state.home) return openHome()
  /** @type {View} */
  const published = typeof view === 'string' ? JSON.parse(view) : view
  const blocks = published.blocks.map((block, index) => ({ block_id: `b${index}`, ...block }))
  change({ home: { ...published, blocks, id: state.home.id } })
}

/** @type {Map<string, string>} newest ts that the server was told of, by person and conversation */
const told = new Map()

/** Messages in front of me count as read; the server is told once of each. */
export async function markRead() {
  const conversation = shownConversation()
  const { me, unread, sandbox } = state
  const newest = conversation?.messages.at(-1)?.ts
  if (!conversation || newest === undefined || !unread[me] || document.hidden) return
  const key = `${sandbox?.team_id} ${me} ${conversation.channel}`
  if (told.get(key) === newest) return
  told.set(key, newest)
  await post('/read', { user: me, channel: conversation.channel })
  change({ unread: await get('/unread') })
}
