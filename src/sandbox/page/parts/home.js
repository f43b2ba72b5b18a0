import { post } from '../api.js'
import { drawBlock } from '../blocks/blocks.js'
import { h, keyed } from '../dom.js'
import { refresh } from '../refresh.js'
import { state } from '../state.js'
import { heading } from './heading.js'
import { APP_NAME } from './message.js'

/** @import { Block } from '../types.js' */

/** The app's Home tab, as it was last published for the person I am. */
export function homeView() {
  const blocks = h('div', { class: 'home' })
  const node = h(
    'section',
    { class: 'view', 'aria-label': `Home of ${APP_NAME}` },
    h('div', { class: 'view-header' }, ...heading(undefined)),
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Home' },
      h('div', { class: 'column' }, blocks),
    ),
  )
  const update = () => {
    const view = state.home
    const act = async (/** @type {object} */ press) => {
      await post('/action', { user: state.me, view_id: view?.id ?? '', ...press })
      await refresh()
    }
    let place = 0
    const identify = (/** @type {Block} */ block) => ({
      key: block.block_id ?? `at-${place++}`,
      signature: JSON.stringify([view?.id, block]),
    })
    const shownBlocks = view?.blocks ?? [
      { type: 'section', text: { type: 'plain_text', text: 'The app has not published a Home for you yet.' } },
    ]
    keyed(blocks, shownBlocks, identify, (block) => drawBlock(block, { kind: 'home', act }))
  }
  return { node, update }
}
