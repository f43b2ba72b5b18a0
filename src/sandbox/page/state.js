/** @import { Sandbox, Frame, Conversation, CompanyRow, Command, User, View } from './types.js' */

/**
 * What the page knows. Parts read it and are told when a key they watch has changed.
 * @typedef {object} State
 * @property {'starting' | 'loading' | 'ready' | 'lost'} link
 * @property {Sandbox | null} sandbox
 * @property {Frame | null} frame
 * @property {string} me
 * @property {string} place  'messages', 'home' or a channel id
 * @property {readonly Conversation[]} conversations  NOT_YET until they have come
 * @property {Record<string, number>} unread
 * @property {View | null} home
 * @property {CompanyRow[]} companies
 * @property {Command[]} commands
 * @property {string[]} moments
 * @property {boolean} traffic  the drawer is open
 * @property {import('./parts/run.js').Run | null} run
 */

/** @type {readonly Conversation[]} */
export const NOT_YET = []

/** @type {State} */
export const state = {
  link: 'starting',
  sandbox: null,
  frame: null,
  me: '',
  place: 'messages',
  conversations: NOT_YET,
  unread: {},
  home: null,
  companies: [],
  commands: [],
  moments: [],
  traffic: false,
  run: null,
}

/** @type {{ keys: readonly (keyof State)[], draw: () => void }[]} */
const watchers = []
/** @type {Set<keyof State>} */
const changed = new Set()

/**
 * @param {readonly (keyof State)[]} keys
 * @param {() => void} draw
 */
export function watch(keys, draw) {
  watchers.push({ keys, draw })
}

/** @param {Partial<State>} patch */
export function change(patch) {
  if (changed.size === 0) queueMicrotask(tell)
  for (const key of /** @type {(keyof State)[]} keys of a Partial<State> */ (Object.keys(patch))) changed.add(key)
  Object.assign(state, patch)
}

function tell() {
  const keys = new Set(changed)
  changed.clear()
  for (const watcher of watchers) if (watcher.keys.some((key) => keys.has(key))) watcher.draw()
}

/** @type {WeakMap<Sandbox, Map<string, User>>} */
const indexes = new WeakMap()

/**
 * @param {string} id
 * @returns {User | undefined}
 */
export function person(id) {
  if (!state.sandbox) return undefined
  const index = indexes.get(state.sandbox) ?? new Map(state.sandbox.users.map((user) => [user.id, user]))
  indexes.set(state.sandbox, index)
  return index.get(id)
}

/** @param {string} id */
export const nameOf = (id) => person(id)?.name ?? id

/** @param {string} id */
export const firstNameOf = (id) => nameOf(id).split(' ')[0] ?? id

/** The zone in which the person I am reads times. */
export const myZone = () => person(state.me)?.tz ?? companyZone()

/** The zone of the company's first site: its owner, who is listed last, lives there. */
export const companyZone = () => state.sandbox?.tz ?? state.sandbox?.users.at(-1)?.tz ?? 'UTC'

/** The person I am speaks with the app here. */
export const appChannel = () => state.conversations.find((each) => each.kind === 'im')?.channel ?? ''

/** The conversation in front of me, or undefined in Home and before the first message. */
export const shownConversation = () =>
  state.conversations.find((each) => (state.place === 'messages' ? each.kind === 'im' : each.channel === state.place))
