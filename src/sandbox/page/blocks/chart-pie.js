import { svg } from '../dom.js'

/** @import { Numbers } from './chart.js' */

const SIZE = 180
const RADIUS = 86

/** @param {number} turn  0 to 1 */
const edge = (turn) => [Math.sin(turn * 2 * Math.PI) * RADIUS, -Math.cos(turn * 2 * Math.PI) * RADIUS]

/** @param {Numbers} data @param {number} width */
export function pie({ series }, width) {
  const values = (series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0))
  const total = values.reduce((sum, value) => sum + value, 0) || 1
  let from = 0
  const slices = values.map((value, tone) => {
    const to = from + value / total
    const [x1, y1] = edge(from)
    const [x2, y2] = edge(to)
    const d = `M0 0 L${x1} ${y1} A${RADIUS} ${RADIUS} 0 ${to - from > 0.5 ? 1 : 0} 1 ${x2} ${y2} Z`
    from = to
    // A whole turn is no arc in SVG: start and end would coincide.
    return value === total
      ? svg('circle', { class: `chart-slice tone-${tone % 12}`, r: RADIUS })
      : svg('path', { class: `chart-slice tone-${tone % 12}`, d })
  })
  return { height: SIZE, nodes: [svg('g', { transform: `translate(${width / 2} ${SIZE / 2})` }, ...slices)] }
}
