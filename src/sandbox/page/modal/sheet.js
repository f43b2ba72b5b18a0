import { drawBlock } from '../blocks/blocks.js'
import { freshId, h, icon, keyed } from '../dom.js'
import { words } from '../text/mrkdwn.js'
import { post } from '../api.js'
import { refresh } from '../refresh.js'
import { state } from '../state.js'
import { appAvatar } from '../parts/avatar.js'
import { say } from '../parts/toast.js'
import { gather, objections, showErrors } from './answers.js'

/** @import { View, Block } from '../types.js' @import { Surface } from '../elements/host.js' */

/**
 * One view of the stack as a form. Its fields live on while the app updates the view under the reader's hands.
 * @param {View} first
 * @param {() => void} close
 */
export function sheet(first, close) {
  let view = first
  const title = freshId('modal-title')
  const heading = h('h2', { class: 'modal-title', id: title, tabindex: -1 })
  const body = h('div', { class: 'modal-body' })
  const foot = h('div', { class: 'modal-footer' })
  const node = h(
    'form',
    { class: 'sheet', novalidate: true },
    h(
      'div',
      { class: 'modal-header' },
      appAvatar(),
      heading,
      h(
        'button',
        { class: 'button button-icon', type: 'button', 'aria-label': 'Close', onclick: close },
        icon('close'),
      ),
    ),
    body,
    h('div', { class: 'dialog-notes', role: 'alert' }),
    foot,
  )
  /** @type {Surface & Required<Pick<Surface, 'form' | 'kept'>>} */
  const surface = {
    kind: 'modal',
    form: new Map(),
    kept: new Map(),
    act: async (press) => {
      const { values } = await gather(surface.form)
      await post('/action', { user: state.me, view_id: view.id, ...press, values })
      await refresh()
    },
  }
  const update = (/** @type {View} */ next) => {
    view = next
    heading.textContent = words(view.title)
    surface.kept = new Map(
      [...surface.form]
        .map(([key, { read }]) => [key, read()])
        .filter(([, value]) => value !== undefined)
        .map((pair) => /** @type {[string, unknown]} */ (pair)),
    )
    keyed(body, view.blocks, identity(), (block) => drawBlock(block, surface))
    for (const [key, { control }] of surface.form) if (!body.contains(control)) surface.form.delete(key)
    const closer = h('button', { class: 'button', type: 'button', onclick: close }, words(view.close) || 'Close')
    const submit = view.submit && h('button', { class: 'button button-main', type: 'submit' }, words(view.submit))
    foot.replaceChildren(closer, ...(submit ? [submit] : []))
  }
  node.addEventListener('submit', (event) => {
    event.preventDefault()
    void send(view, surface, body, node)
  })
  update(first)
  return {
    node,
    title,
    update,
    id: () => view.id,
    signature: () => JSON.stringify(view),
    focus: () => focusFirst(body, view, surface, heading),
  }
}

/** Blocks without an id are known by their place. */
function identity() {
  let place = 0
  return (/** @type {Block} */ block) => ({ key: block.block_id ?? `at-${place++}`, signature: JSON.stringify(block) })
}

/** @param {HTMLElement} body @param {View} view @param {Required<Pick<Surface, 'form'>>} surface @param {HTMLElement} heading */
function focusFirst(body, view, surface, heading) {
  const wanted = view.blocks.find((block) => block.element?.focus_on_load)
  const key = wanted && [...surface.form.keys()].find((each) => JSON.parse(each)[0] === (wanted.block_id ?? ''))
  const control = key === undefined ? undefined : surface.form.get(key)?.control
  const first = body.querySelector('input, textarea, button')
  // Of radio buttons the chosen one is where the keyboard enters.
  const entry = first?.matches('[type=radio]') ? (first.closest('.choices')?.querySelector(':checked') ?? first) : first
  const target = control ?? entry ?? heading
  if (target instanceof HTMLElement) target.focus()
}

/** @param {View} view @param {Required<Pick<Surface, 'form'>>} surface @param {HTMLElement} body @param {HTMLElement} node */
async function send(view, { form }, body, node) {
  if (node.getAttribute('aria-busy') === 'true') return
  node.setAttribute('aria-busy', 'true')
  try {
    const { values, files } = await gather(form)
    const wrong = objections(view.blocks, form, files)
    if (Object.keys(wrong).length > 0) return void showErrors(body, form, wrong)
    /** @type {{ errors?: Record<string, string> }} */
    const answer = await post('/submit', {
      user: state.me,
      view_id: view.id,
      values,
      ...(Object.keys(files).length > 0 && { files }),
    })
    for (const sentence of showErrors(body, form, answer.errors ?? {})) say(sentence)
    await refresh()
  } catch (error) {
    say(error)
  } finally {
    node.removeAttribute('aria-busy')
  }
}
