import { h } from '../dom.js'
import { words } from '../text/mrkdwn.js'
import { chart } from './chart.js'
import { file, image } from './image.js'
import { input } from './input.js'
import { richText } from './rich-text.js'
import { dataTable, table } from './table.js'
import { actions, alert, context, divider, header, markdownBlock, section } from './text.js'

/** @import { Block } from '../types.js' @import { Surface } from '../elements/host.js' */

/** @type {Record<string, (block: Block, surface: Surface) => HTMLElement>} */
const BLOCKS = {
  header,
  section,
  context,
  actions,
  divider,
  markdown: markdownBlock,
  alert,
  image,
  file,
  input,
  rich_text: richText,
  table,
  data_table: dataTable,
  data_visualization: chart,
}

/**
 * @param {Block} block
 * @param {Surface} surface
 * @returns {HTMLElement}
 */
export function drawBlock(block, surface) {
  const draw = Object.hasOwn(BLOCKS, block.type) ? BLOCKS[block.type] : undefined
  if (draw) return draw(block, surface)
  return h(
    'p',
    { class: 'unknown' },
    `Slack would show a block of type ${block.type} here. ${words(block.text ?? block.title)}`,
  )
}
