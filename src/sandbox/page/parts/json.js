import { h } from '../dom.js'

/**
 * JSON in two colours, indented.
 * @param {unknown} value
 */
export function json(value) {
  const text = JSON.stringify(value, null, 2) ?? 'null'
  const pieces = text.split(/("(?:[^"\\]|\\.)*"(?:\s*:)?|\b(?:true|false|null)\b|-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b)/)
  const nodes = pieces.map((piece, index) => (index % 2 === 0 ? piece : h('span', { class: classOf(piece) }, piece)))
  return h('pre', { class: 'call-json', tabindex: 0 }, ...nodes)
}

/** @param {string} piece */
function classOf(piece) {
  if (!piece.startsWith('"')) return 'json-other'
  return piece.endsWith(':') ? 'json-key' : 'json-text'
}
