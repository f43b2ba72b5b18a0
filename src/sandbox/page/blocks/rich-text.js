import { h } from '../dom.js'
import { slackDate } from '../text/date.js'
import { emoji } from '../text/emoji.js'
import { link, mention } from '../text/inline.js'
import { plain } from '../text/mrkdwn.js'

/** @import { Block, Part, Style } from '../types.js' @import { Child } from '../dom.js' */

/** @param {Block | Part} block */
export const richText = (block) => h('div', { class: 'block-rich' }, ...gathered(block.elements ?? []))

/** @type {Record<string, (part: Part) => HTMLElement>} */
const PARTS = {
  rich_text_section: (part) => h('p', { class: 'rich-section' }, ...spans(part)),
  rich_text_preformatted: (part) => h('pre', { class: 'pre', tabindex: 0 }, ...spans(part)),
  rich_text_quote: (part) => h('blockquote', { class: 'quote' }, ...spans(part)),
}

/** Slack sends a nested list as lists of growing indent one after the other. @param {Part[]} parts @returns {HTMLElement[]} */
function gathered(parts) {
  return parts.map((part) =>
    part.type === 'rich_text_list'
      ? list(part)
      : (PARTS[part.type]?.(part) ?? PARTS['rich_text_section']?.(part) ?? h('p')),
  )
}

/** @param {Part} part */
function list(part) {
  const items = (part.elements ?? []).map((each) => h('li', {}, ...(each.elements ? spans(each) : [span(each)])))
  const props = { class: `list list-rich indent-${Math.min(part.indent ?? 0, 4)}` }
  return part.style === 'ordered'
    ? h('ol', { ...props, start: (part.offset ?? 0) + 1 }, ...items)
    : h('ul', props, ...items)
}

/** @param {Part} part @returns {Child[]} */
const spans = (part) => (part.elements ?? []).map(span)

/** @param {Part} part @returns {Node} */
function span(part) {
  const style = typeof part.style === 'object' ? part.style : {}
  return styled(leaf(part), style)
}

/** @param {Part} part @returns {Node} */
function leaf(part) {
  const text = typeof part.text === 'string' ? part.text : ''
  if (part.type === 'link') return link(part.url ?? '', h('span', {}, text || (part.url ?? '')))
  if (part.type === 'user') return mention(part.user_id ?? '')
  if (part.type === 'emoji') return emoji(part.name ?? '') ?? document.createTextNode(`:${part.name}:`)
  if (part.type === 'date') return date(part)
  if (part.type === 'channel') return h('span', { class: 'mention' }, `#${part.channel_id}`)
  if (part.type === 'usergroup') return h('span', { class: 'mention' }, `@${part.usergroup_id}`)
  if (part.type === 'broadcast') return h('span', { class: 'mention' }, `@${part.range}`)
  if (part.type === 'color') return h('code', {}, part.value ?? '')
  const node = document.createDocumentFragment()
  text.split('\n').forEach((line, index) => node.append(...(index > 0 ? [h('br')] : []), ...plain(line)))
  return node
}

/** @param {Part} part */
function date(part) {
  const seconds = part.timestamp ?? Number.NaN
  if (!Number.isFinite(seconds)) return document.createTextNode(part.fallback ?? '')
  const words = h(
    'time',
    { datetime: new Date(seconds * 1000).toISOString() },
    slackDate(seconds, part.format ?? '{date_short}'),
  )
  return part.url ? link(part.url, words) : words
}

/** @param {Node} node @param {Style} style */
function styled(node, style) {
  let out = node
  const tags = /** @type {const} */ ({ code: 'code', bold: 'strong', italic: 'em', strike: 's', underline: 'u' })
  for (const [name, tag] of Object.entries(tags))
    if (style[/** @type {keyof Style} a key of tags */ (name)]) out = h(tag, {}, out)
  return out
}
