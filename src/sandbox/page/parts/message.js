import { post } from '../api.js'
import { drawBlock } from '../blocks/blocks.js'
import { sharedFile } from '../blocks/image.js'
import { h, icon } from '../dom.js'
import { refresh } from '../refresh.js'
import { myZone, nameOf, state } from '../state.js'
import { mrkdwn } from '../text/mrkdwn.js'
import { hour } from '../zone.js'
import { appAvatar, avatar } from './avatar.js'

/** @import { Message } from '../types.js' @import { Surface } from '../elements/host.js' */

/** What the app is called here; Slack shows the bot's display name. */
export const APP_NAME = 'Vice Versa'

/** @param {string} channel @param {Message} message @returns {Surface} */
const surfaceOf = (channel, message) => ({
  kind: 'message',
  act: async (press) => {
    await post('/action', { user: state.me, channel, ts: message.ts, ...press })
    await refresh()
  },
})

/**
 * One message. Blocks replace the text where there are any, as in Slack.
 * @param {string} channel
 * @param {Message & { typed?: boolean }} message
 * @param {boolean} fresh
 */
export function drawMessage(channel, message, fresh) {
  const isApp = message.from === 'app'
  const surface = surfaceOf(channel, message)
  const blocks = message.blocks ?? []
  const content =
    blocks.length > 0
      ? blocks.map((block) => drawBlock(block, surface))
      : [
          h(
            'div',
            { class: message.typed ? 'typed' : 'block-text' },
            ...(message.typed ? [message.text] : mrkdwn(message.text)),
          ),
        ]
  const files = (message.files ?? []).map(sharedFile)
  const only = message.ephemeral === true && h('p', { class: 'only-you' }, icon('eye', true), 'Only visible to you')
  return h(
    'li',
    { class: `message ${isApp ? 'message-app' : 'message-person'}${message.ephemeral ? ' message-ephemeral' : ''}` },
    isApp ? appAvatar('avatar-large message-avatar') : avatar(message.from, 'avatar-large message-avatar'),
    h(
      'div',
      { class: 'message-head' },
      h('span', { class: 'message-from' }, isApp ? APP_NAME : nameOf(message.from)),
      isApp && h('span', { class: 'tag' }, 'App'),
      h('time', { class: 'message-time', datetime: message.at }, hour(message.at, myZone())),
      fresh && h('span', { class: 'tag tag-new' }, 'New'),
    ),
    h('div', { class: 'message-body' }, only, ...content, ...files),
  )
}
