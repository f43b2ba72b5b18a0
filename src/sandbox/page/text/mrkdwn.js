import { h } from '../dom.js'
import { emoji } from './emoji.js'
import { inline, unescape } from './inline.js'

/** @import { Text } from '../types.js' */

const BULLET = /^\s*[•◦▪\-–]\s+(.*)$/
const NUMBER = /^\s*\d+[.)]\s+(.*)$/
const QUOTE = /^(?:&gt;|>)\s?(.*)$/

/**
 * Slack's mrkdwn with its line structure: preformatted text, quotes, and bullets that hang as in a list.
 * @param {string} text
 * @returns {Node[]}
 */
export function mrkdwn(text) {
  const pieces = text.split(/```\n?([\s\S]*?)\n?```\n?/)
  return pieces.flatMap((piece, index) => {
    if (index % 2 === 1) return [h('pre', { class: 'pre', tabindex: 0 }, unescape(piece))]
    return piece === '' ? [] : lines(piece.replace(/\n$/, ''))
  })
}

/** @param {string} line */
function kindOf(line) {
  if (BULLET.test(line)) return 'ul'
  if (NUMBER.test(line)) return 'ol'
  return QUOTE.test(line) ? 'blockquote' : 'p'
}

/** @param {string} text */
function lines(text) {
  /** @type {{ kind: string, lines: string[] }[]} */
  const groups = []
  for (const line of text.split('\n')) {
    const kind = kindOf(line)
    const last = groups.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else groups.push({ kind, lines: [line] })
  }
  return groups.flatMap(({ kind, lines: own }) => group(kind, own))
}

/** @param {string} kind @param {string[]} own @returns {Node[]} */
function group(kind, own) {
  if (kind === 'ul')
    return [h('ul', { class: 'list' }, ...own.map((line) => h('li', {}, ...inline(BULLET.exec(line)?.[1] ?? ''))))]
  if (kind === 'ol') {
    const start = Number.parseInt(own[0] ?? '1', 10)
    return [
      h('ol', { class: 'list', start }, ...own.map((line) => h('li', {}, ...inline(NUMBER.exec(line)?.[1] ?? '')))),
    ]
  }
  if (kind === 'blockquote')
    return [h('blockquote', { class: 'quote' }, ...broken(own.map((line) => QUOTE.exec(line)?.[1] ?? '')))]
  return broken(own)
}

/** @param {string[]} own @returns {Node[]} */
const broken = (own) => own.flatMap((line, index) => (index === 0 ? inline(line) : [h('br'), ...inline(line)]))

/**
 * Plain text as Slack shows it: no formatting, but emoji names become emoji.
 * @param {string} text
 * @returns {Node[]}
 */
export function plain(text) {
  return text.split(/(:[a-z0-9_+'-]+:)/).flatMap((piece, index) => {
    if (piece === '') return []
    return [(index % 2 === 1 && emoji(piece.slice(1, -1))) || document.createTextNode(piece)]
  })
}

/**
 * A text object, or the plain string that some blocks allow in its place.
 * @param {Text | string | null | undefined} text
 * @returns {Node[]}
 */
export function rendered(text) {
  if (text === undefined || text === null) return []
  if (typeof text === 'string') return plain(text)
  return text.type === 'mrkdwn' ? mrkdwn(text.text) : plain(text.text)
}

/** The bare words of a text object, for names and labels. @param {Text | string | null | undefined} text */
export const words = (text) => (typeof text === 'string' ? text : (text?.text ?? ''))
