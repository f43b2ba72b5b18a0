import { fileUrl } from '../api.js'
import { h, icon } from '../dom.js'
import { state } from '../state.js'
import { rendered } from '../text/mrkdwn.js'

/** @import { Block, Part, SharedFile } from '../types.js' */

/**
 * An address that may be shown: the sandbox's own file, or a picture on the web.
 * @param {Block | Part} from
 */
function source({ slack_file: file, image_url: url }) {
  if (file?.id) return fileUrl(state.me, file.id)
  const address = file?.url ?? url ?? ''
  const inside = /\b(F[A-Z0-9]{4,})\b/.exec(file?.url ?? '')?.[1]
  return inside ? fileUrl(state.me, inside) : address
}

/** @param {Block | Part} from @param {string} name */
export const picture = (from, name) =>
  h('img', { class: name, src: source(from), alt: from.alt_text ?? '', loading: 'lazy' })

/** @param {Block} block */
export function image(block) {
  const title = block.title && h('figcaption', {}, ...rendered(block.title))
  return h('figure', { class: 'block-image' }, title, picture(block, 'block-picture'))
}

/** @param {Block} block */
export const file = (block) =>
  h('p', { class: 'block-file' }, icon('file', true), `A file kept elsewhere: ${block.external_id ?? 'no name'}`)

/** A file that came with a message. @param {SharedFile} shared */
export function sharedFile(shared) {
  const name = shared.title || shared.name || shared.id
  const size = shared.size === undefined ? '' : `, ${Math.max(1, Math.round(shared.size / 1024))} kB`
  const link = h(
    'a',
    { class: 'shared-file', href: fileUrl(state.me, shared.id), download: shared.name ?? '' },
    icon('file'),
    h(
      'span',
      {},
      h('span', { class: 'shared-name' }, name),
      h('span', { class: 'choice-hint' }, `Download ${shared.name ?? ''}${size}`),
    ),
  )
  const isPicture = /\.(png|jpe?g|gif|svg)$/i.test(shared.name ?? '')
  return h(
    'div',
    { class: 'shared' },
    isPicture && h('img', { class: 'block-picture', src: fileUrl(state.me, shared.id), alt: name }),
    link,
  )
}
