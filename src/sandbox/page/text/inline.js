import { h } from '../dom.js'
import { nameOf, state } from '../state.js'
import { slackDate } from './date.js'
import { emoji } from './emoji.js'

const TOKEN =
  /`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])|(?<!\w)_(\S(?:[^_\n]*\S)?)_(?!\w)|(?<![\w~])~(\S(?:[^~\n]*\S)?)~(?![\w~])|(?<!\w):([a-z0-9_+'-]+):/g

/** Slack escapes these three and no others. @param {string} text */
export const unescape = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/**
 * One run of Slack's mrkdwn without line structure.
 * @param {string} text
 * @returns {Node[]}
 */
export function inline(text) {
  /** @type {Node[]} */
  const nodes = []
  let at = 0
  for (const match of text.matchAll(TOKEN)) {
    const node = token(match)
    if (!node) continue
    if (match.index > at) nodes.push(document.createTextNode(unescape(text.slice(at, match.index))))
    nodes.push(node)
    at = match.index + match[0].length
  }
  if (at < text.length) nodes.push(document.createTextNode(unescape(text.slice(at))))
  return nodes
}

/** @param {RegExpMatchArray} match */
function token([, code, angle, bold, italic, strike, short]) {
  if (code !== undefined) return h('code', {}, unescape(code))
  if (angle !== undefined) return reference(angle)
  if (bold !== undefined) return h('strong', {}, ...inline(bold))
  if (italic !== undefined) return h('em', {}, ...inline(italic))
  if (strike !== undefined) return h('s', {}, ...inline(strike))
  return emoji(short ?? '')
}

/** What stands between angle brackets: a person, a channel, a date, a group or a link. @param {string} inside */
function reference(inside) {
  const [target, label] = split(inside)
  if (target.startsWith('@')) return mention(target.slice(1), label)
  if (target.startsWith('#')) return h('span', { class: 'mention' }, `#${label || target.slice(1)}`)
  if (target.startsWith('!date^')) return date(target, label)
  if (target.startsWith('!')) return h('span', { class: 'mention' }, `@${label ?? target.slice(1).split('^')[0]}`)
  return link(unescape(target), label)
}

/** @param {string} inside @returns {[string, string | undefined]} */
function split(inside) {
  const bar = inside.indexOf('|')
  return bar < 0 ? [inside, undefined] : [inside.slice(0, bar), inside.slice(bar + 1)]
}

/** @param {string} id @param {string} [label] */
export function mention(id, label) {
  const name = nameOf(id) === id && label ? label : nameOf(id)
  return h('span', { class: id === state.me ? 'mention mention-me' : 'mention' }, `@${name}`)
}

/** @param {string} target @param {string} [fallback] */
function date(target, fallback) {
  const [, unix = '', template = '', url] = target.split('^')
  const seconds = Number(unix)
  if (!Number.isFinite(seconds)) return h('span', {}, unescape(fallback ?? ''))
  const words = h('time', { datetime: new Date(seconds * 1000).toISOString() }, slackDate(seconds, unescape(template)))
  return url ? link(unescape(url), words) : words
}

/**
 * Only addresses that a browser may safely follow become links.
 * @param {string} url
 * @param {string | Node} [label]
 */
export function link(url, label) {
  const words = typeof label === 'string' ? inline(label) : [label ?? url.replace(/^mailto:/, '')]
  if (!/^(https?|mailto|tel|slack):/i.test(url)) return h('span', {}, ...words)
  return h('a', { href: url, target: '_blank', rel: 'noreferrer' }, ...words)
}
