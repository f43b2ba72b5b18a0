import { h } from '../dom.js'
import { link } from './inline.js'
import { plain } from './mrkdwn.js'

const INLINE =
  /`([^`]+)`|\*\*(.+?)\*\*|__(.+?)__|~~(.+?)~~|\*(\S(?:[^*]*\S)?)\*|(?<!\w)_(\S(?:[^_]*\S)?)_(?!\w)|\[([^\]]+)\]\(([^)\s]+)\)/g

/** @param {string} text @returns {Node[]} */
function spans(text) {
  /** @type {Node[]} */
  const nodes = []
  let at = 0
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, strong, strong2, strike, em, em2, label = '', url] = match
    nodes.push(...plain(text.slice(at, match.index)))
    at = match.index + whole.length
    if (code !== undefined) nodes.push(h('code', {}, code))
    else if (strong ?? strong2) nodes.push(h('strong', {}, ...spans(strong ?? strong2 ?? '')))
    else if (strike) nodes.push(h('s', {}, ...spans(strike)))
    else if (em ?? em2) nodes.push(h('em', {}, ...spans(em ?? em2 ?? '')))
    else nodes.push(link(url ?? '', h('span', {}, ...spans(label))))
  }
  return [...nodes, ...plain(text.slice(at))]
}

/** @type {{ kind: string, test: RegExp }[]} */
const LINES = [
  { kind: 'heading', test: /^#{1,6}\s+(.*)$/ },
  { kind: 'ul', test: /^\s*[-*+]\s+(.*)$/ },
  { kind: 'ol', test: /^\s*\d+[.)]\s+(.*)$/ },
  { kind: 'quote', test: /^>\s?(.*)$/ },
]

/** @param {string} line */
function read(line) {
  for (const { kind, test } of LINES) {
    const found = test.exec(line)
    if (found) return { kind, text: found[1] ?? '' }
  }
  return { kind: line.trim() === '' ? 'gap' : 'p', text: line }
}

/**
 * The markdown block: ordinary Markdown, not Slack's own.
 * @param {string} text
 * @returns {Node[]}
 */
export function markdown(text) {
  return text.split(/```\w*\n?([\s\S]*?)\n?```/).flatMap((piece, index) => {
    if (index % 2 === 1) return [h('pre', { class: 'pre', tabindex: 0 }, piece)]
    /** @type {{ kind: string, own: string[] }[]} */
    const groups = []
    for (const line of piece.split('\n')) {
      const { kind, text: own } = read(line)
      const last = groups.at(-1)
      if (last && last.kind === kind && kind !== 'heading') last.own.push(own)
      else groups.push({ kind, own: [own] })
    }
    return groups.flatMap(draw)
  })
}

/** @param {{ kind: string, own: string[] }} group @returns {Node[]} */
function draw({ kind, own }) {
  const items = () => own.map((each) => h('li', {}, ...spans(each)))
  if (kind === 'gap') return []
  if (kind === 'heading') return [h('p', { class: 'markdown-heading' }, ...spans(own[0] ?? ''))]
  if (kind === 'ul') return [h('ul', { class: 'list' }, ...items())]
  if (kind === 'ol') return [h('ol', { class: 'list' }, ...items())]
  if (kind === 'quote') return [h('blockquote', { class: 'quote' }, ...spans(own.join(' ')))]
  return [h('p', {}, ...spans(own.join(' ')))]
}
