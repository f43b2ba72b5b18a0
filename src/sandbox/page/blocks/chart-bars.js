import { svg } from '../dom.js'

/** @import { Numbers } from './chart.js' */

const LABEL_PX = 20
const BAR_PX = 12
const GAP_PX = 4
const ROW_PX = 14

/** Lying bars, so that the names of categories stay readable on a phone. @param {Numbers} data @param {number} width */
export function bars({ categories, series }, width) {
  const most = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const room = width - 56
  /** @type {SVGElement[]} */
  const nodes = []
  let y = 0
  categories.forEach((label, index) => {
    nodes.push(svg('text', { class: 'chart-label', x: 0, y: y + 14 }, label))
    y += LABEL_PX
    series.forEach(({ values }, tone) => {
      const value = values[index]
      nodes.push(svg('rect', { class: 'chart-rest', x: 0, y, width: room, height: BAR_PX, rx: 2 }))
      if (value !== undefined)
        nodes.push(
          svg('rect', {
            class: `chart-fill tone-${tone % 12}`,
            x: 0,
            y,
            width: (Math.max(0, value) / most) * room,
            height: BAR_PX,
            rx: 2,
          }),
        )
      nodes.push(
        svg(
          'text',
          { class: 'chart-value', x: width, y: y + 11, 'text-anchor': 'end' },
          value === undefined ? '–' : String(value),
        ),
      )
      y += BAR_PX + GAP_PX
    })
    y += ROW_PX - GAP_PX
  })
  return { height: Math.max(1, y), nodes }
}
