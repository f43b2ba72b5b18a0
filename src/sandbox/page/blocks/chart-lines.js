import { svg } from '../dom.js'

/** @import { Chart } from '../types.js' @import { Numbers } from './chart.js' */

const HEIGHT = 220
const LEFT = 40
const BOTTOM = 44
const TOP = 20
const STEPS = 4

/** A round number not below the largest value, so that the axis reads well. @param {number} most */
function ceiling(most) {
  const power = 10 ** Math.floor(Math.log10(most))
  return ([1, 2, 4, 5, 10].find((step) => step * power >= most) ?? 10) * power
}

/** @param {Numbers} data @param {number} width @param {Chart} chart */
export function lines({ categories, series }, width, chart) {
  const top = ceiling(Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))))
  const x = (/** @type {number} */ index) =>
    LEFT + 12 + (index * (width - LEFT - 36)) / Math.max(1, categories.length - 1)
  const y = (/** @type {number} */ value) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP)
  const nodes = [...axes(categories, width, chart, top, x, y)]
  series.forEach(({ values }, tone) => {
    const points = values.flatMap((value, index) => (value === undefined ? [] : [[x(index), y(value)]]))
    const path = points.map((point) => point.join(',')).join(' ')
    const [first, last] = [points[0]?.[0], points.at(-1)?.[0]]
    if (chart.type === 'area' && points.length > 1)
      nodes.push(
        svg('polygon', { class: `chart-area tone-${tone % 12}`, points: `${first},${y(0)} ${path} ${last},${y(0)}` }),
      )
    nodes.push(svg('polyline', { class: `chart-line tone-${tone % 12} dash-${tone % 4}`, points: path }))
    for (const [cx = 0, cy = 0] of points)
      nodes.push(svg('circle', { class: `chart-fill tone-${tone % 12}`, cx, cy, r: 3.5 }))
  })
  return { height: HEIGHT, nodes }
}

/**
 * @param {string[]} categories
 * @param {number} width
 * @param {Chart} chart
 * @param {number} top
 * @param {(index: number) => number} x
 * @param {(value: number) => number} y
 * @returns {SVGElement[]}
 */
function axes(categories, width, chart, top, x, y) {
  const grid = Array.from({ length: STEPS + 1 }, (_, step) => (top * step) / STEPS).flatMap((value) => [
    svg('line', { class: 'chart-grid', x1: LEFT, x2: width, y1: y(value), y2: y(value) }),
    svg('text', { class: 'chart-axis', x: LEFT - 8, y: y(value) + 4, 'text-anchor': 'end' }, String(value)),
  ])
  // As many names as fit: each is given about 64 pixels.
  const every = Math.max(1, Math.ceil(categories.length / Math.max(1, Math.floor((width - LEFT) / 64))))
  const names = categories.flatMap((label, index) =>
    index % every === 0
      ? [svg('text', { class: 'chart-axis', x: x(index), y: HEIGHT - BOTTOM + 18, 'text-anchor': 'middle' }, label)]
      : [],
  )
  const { x_label: across, y_label: up } = chart.axis_config ?? {}
  return [
    ...grid,
    ...names,
    ...(across
      ? [svg('text', { class: 'chart-axis', x: (LEFT + width) / 2, y: HEIGHT - 6, 'text-anchor': 'middle' }, across)]
      : []),
    ...(up ? [svg('text', { class: 'chart-axis', x: 0, y: 10 }, up)] : []),
  ]
}
