import { h, svg } from '../dom.js'
import { words } from '../text/mrkdwn.js'
import { bars } from './chart-bars.js'
import { lines } from './chart-lines.js'
import { pie } from './chart-pie.js'

/** @import { Block, Chart, Series } from '../types.js' */

/** Narrower than this the drawing stays as wide and its figure scrolls. */
const LEAST_WIDTH = 260
const FIRST_WIDTH = 600

/**
 * Whatever the chart, its numbers as rows: one series for a pie, and a value or a gap for each category.
 * @param {Chart} chart
 * @returns {{ categories: string[], series: { name: string, values: (number | undefined)[] }[] }}
 */
function numbers(chart) {
  if (chart.segments)
    return {
      categories: chart.segments.map(({ label }) => label),
      series: [{ name: 'Value', values: chart.segments.map(({ value }) => value) }],
    }
  const series = chart.series ?? []
  const categories = chart.axis_config?.categories ?? series[0]?.data.map(({ label }) => label) ?? []
  const valueOf = (/** @type {Series} */ one, /** @type {string} */ label) =>
    one.data.find((point) => point.label === label)?.value
  return {
    categories,
    series: series.map((one) => ({ name: one.name, values: categories.map((label) => valueOf(one, label)) })),
  }
}

/** Drawn again whenever its width changes, so that its words keep the size of the page's. @param {Block} block */
export function chart(block) {
  const kind = block.chart ?? { type: 'bar' }
  const data = numbers(kind)
  const title = words(block.title)
  const draw = kind.type === 'pie' ? pie : kind.type === 'bar' ? bars : lines
  const plot = h('div', { class: 'chart-plot' })
  let drawn = 0
  const redraw = (/** @type {number} */ width) => {
    const wide = Math.max(LEAST_WIDTH, Math.round(width))
    if (wide === drawn) return
    drawn = wide
    const { height, nodes } = draw(data, wide, kind)
    plot.replaceChildren(
      svg(
        'svg',
        {
          viewBox: `0 0 ${wide} ${height}`,
          width: wide,
          height,
          role: 'img',
          'aria-label': `${title}. ${spoken(data)}`,
        },
        ...nodes,
      ),
    )
  }
  redraw(FIRST_WIDTH)
  new ResizeObserver(([entry]) => entry && entry.contentRect.width > 0 && redraw(entry.contentRect.width)).observe(plot)
  const key = data.series.length > 1 || kind.type === 'pie' ? legend(data, kind.type === 'pie') : null
  return h(
    'figure',
    { class: 'chart' },
    h('figcaption', { class: 'chart-title' }, title),
    plot,
    key,
    asTable(data, title),
  )
}

/** @typedef {ReturnType<typeof numbers>} Numbers */

/** @param {Numbers} data */
const spoken = ({ categories, series }) =>
  categories
    .map(
      (label, index) =>
        `${label}: ${series.map(({ name, values }) => `${series.length > 1 ? `${name} ` : ''}${values[index] ?? 'no value'}`).join(', ')}`,
    )
    .join('. ')

/** @param {Numbers} data @param {boolean} isPie */
function legend({ categories, series }, isPie) {
  const names = isPie
    ? categories.map((label, index) => `${label}: ${series[0]?.values[index] ?? 0}`)
    : series.map(({ name }) => name)
  return h(
    'ul',
    { class: 'chart-key', 'aria-hidden': 'true' },
    ...names.map((name, index) => h('li', {}, h('span', { class: `key-mark tone-${index % 12}` }), name)),
  )
}

/** @param {Numbers} data @param {string} title */
function asTable({ categories, series }, title) {
  const head = h(
    'tr',
    {},
    h('th', { scope: 'col' }, h('span', { class: 'for-readers' }, 'Category')),
    ...series.map(({ name }) => h('th', { scope: 'col', class: 'cell-right' }, name)),
  )
  const rows = categories.map((label, index) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, label),
      ...series.map(({ values }) => h('td', { class: 'cell-right' }, values[index] ?? '')),
    ),
  )
  const inner = h(
    'table',
    { class: 'block-table' },
    h('caption', { class: 'for-readers' }, title),
    h('thead', {}, head),
    h('tbody', {}, ...rows),
  )
  return h('details', { class: 'reveal' }, h('summary', {}, 'Show the chart as a table'), inner)
}
