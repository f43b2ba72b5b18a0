import { state } from './state.js'

/** @import { Conversation, Message } from './types.js' */

/** What has been read, by workspace, person and conversation: the newest ts that stood on the screen. */
const KEY = 'seen'

/** @returns {Record<string, string>} */
function all() {
  const known = JSON.parse(localStorage.getItem(KEY) ?? '{}')
  // Workspaces never come back; only the present one's marks are kept.
  return known.team === state.sandbox?.team_id ? known.seen : {}
}

/** @param {string} channel */
export const seenUntil = (channel) => all()[`${state.me} ${channel}`] ?? ''

/** @param {Conversation} conversation */
export function markSeen(conversation) {
  const newest = conversation.messages.at(-1)?.ts ?? ''
  if (newest <= seenUntil(conversation.channel)) return
  const seen = { ...all(), [`${state.me} ${conversation.channel}`]: newest }
  localStorage.setItem(KEY, JSON.stringify({ team: state.sandbox?.team_id, seen }))
}

/** @param {Message} message @param {string} until */
export const isNew = (message, until) => message.ts > until && message.from !== state.me && message.ephemeral !== true

/** @param {Conversation} conversation */
export const newIn = (conversation) => {
  const until = seenUntil(conversation.channel)
  return conversation.messages.filter((message) => isNew(message, until)).length
}
