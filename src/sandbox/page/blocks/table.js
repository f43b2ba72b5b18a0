import { freshId, h } from '../dom.js'
import { plain } from '../text/mrkdwn.js'
import { richText } from './rich-text.js'

/** @import { Block, Cell } from '../types.js' */

/** @param {Cell} cell */
function content(cell) {
  if (cell.type === 'rich_text') return [richText(cell)]
  return plain(cell.text ?? cell.value ?? '')
}

/** A column of numbers ends on one line, its title too. @param {Block} block @param {number} column */
const alignOf = (block, column) =>
  block.column_settings?.[column]?.align ?? (block.rows?.[1]?.[column]?.type === 'raw_number' ? 'right' : 'left')

/** Only a column that says so is wrapped, as in Slack. @param {Block} block @param {number} column */
const classOf = (block, column) =>
  `cell-${alignOf(block, column)}${block.column_settings?.[column]?.is_wrapped ? '' : ' cell-one-line'}`

/**
 * @param {Block} block
 * @param {Cell} cell
 * @param {number} column
 * @param {boolean} isRowName
 * @param {string} title  of the column, shown before the cell on a phone
 */
function bodyCell(block, cell, column, isRowName, title) {
  return h(
    isRowName ? 'th' : 'td',
    { class: classOf(block, column), scope: isRowName ? 'row' : null, 'data-title': title },
    ...content(cell),
  )
}

/** @param {Cell | undefined} cell */
const wordsOf = (cell) =>
  cell
    ? (content(cell)
        .map((node) => node.textContent)
        .join('') ?? '')
    : ''

/**
 * @param {Block} block
 * @param {Cell[]} head
 * @param {Cell[][]} rows
 * @param {number} rowName  the column that names the row
 */
function tableOf(block, head, rows, rowName) {
  const header = h(
    'thead',
    {},
    h(
      'tr',
      {},
      ...head.map((cell, column) =>
        h('th', { scope: 'col', class: `cell-${alignOf(block, column)}` }, ...content(cell)),
      ),
    ),
  )
  const body = h(
    'tbody',
    {},
    ...rows.map((row) =>
      h(
        'tr',
        {},
        ...row.map((cell, column) => bodyCell(block, cell, column, column === rowName, wordsOf(head[column]))),
      ),
    ),
  )
  return { header, body }
}

/** @param {Block} block */
export function table(block) {
  const [head = [], ...rows] = block.rows ?? []
  const { header, body } = tableOf(block, head, rows, 0)
  return scrolling(h('table', { class: 'block-table' }, header, body), 'Table')
}

/** @param {HTMLElement} inner @param {string} name */
const scrolling = (inner, name) =>
  h('div', { class: 'table-scroll', role: 'region', 'aria-label': name, tabindex: 0 }, inner)

/** A table with a caption that shows some rows at a time. @param {Block} block */
export function dataTable(block) {
  const [head = [], ...rows] = block.rows ?? []
  const size = block.page_size ?? 5
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const status = h('span', { role: 'status' })
  const id = freshId('caption')
  const caption = h('caption', { id }, block.caption ?? '')
  const inner = h('table', { class: 'block-table' }, caption)
  let page = 0
  const step = (/** @type {number} */ by) => {
    page = Math.min(pages - 1, Math.max(0, page + by))
    const { header, body } = tableOf(
      block,
      head,
      rows.slice(page * size, (page + 1) * size),
      block.row_header_column_index ?? 0,
    )
    inner.replaceChildren(caption, header, body)
    status.textContent = `${page * size + 1} to ${Math.min(rows.length, (page + 1) * size)} of ${rows.length}`
    back.setAttribute('aria-disabled', String(page === 0))
    on.setAttribute('aria-disabled', String(page === pages - 1))
  }
  const back = h('button', { class: 'button button-small', type: 'button', onclick: () => step(-1) }, 'Earlier rows')
  const on = h('button', { class: 'button button-small', type: 'button', onclick: () => step(1) }, 'Further rows')
  step(0)
  return h(
    'div',
    { class: 'data-table' },
    scrolling(inner, block.caption ?? 'Table'),
    pages > 1 && h('div', { class: 'paging' }, back, on, status),
  )
}
