import { post } from '../api.js'
import { part } from '../dom.js'
import { say } from '../parts/toast.js'
import { refresh } from '../refresh.js'
import { state } from '../state.js'
import { sheet } from './sheet.js'

/** @import { View } from '../types.js' */

/** @type {ReturnType<typeof sheet>[]} lowest first; Slack allows three */
let stack = []
/** @type {Element | null} */
let opener = null

const dialog = () => /** @type {HTMLDialogElement} index.html has it so */ (part('modal'))

/** Makes the dialog show what the server holds as this person's uppermost view. @param {View | null} view */
export function showView(view) {
  if (!view) return shut()
  const at = stack.findIndex((each) => each.id() === view.id)
  const known = stack[at]
  if (known) {
    const covered = at < stack.length - 1
    stack = stack.slice(0, at + 1)
    if (known.signature() !== JSON.stringify(view)) known.update(view)
    if (covered) front(known)
    return undefined
  }
  const made = sheet(view, () => void closeTop())
  stack = [...stack, made]
  return front(made)
}

/** @param {ReturnType<typeof sheet>} top */
function front(top) {
  const box = dialog()
  if (!box.open) opener = document.activeElement
  box.replaceChildren(top.node)
  box.setAttribute('aria-labelledby', top.title)
  box.dataset['depth'] = String(stack.length)
  if (!box.open) box.showModal()
  top.focus()
}

function shut() {
  if (stack.length === 0) return
  stack = []
  dialog().close()
  dialog().replaceChildren()
  // The message whose button opened the view may have been drawn anew meanwhile.
  const back =
    opener instanceof HTMLElement && opener.isConnected && opener !== document.body
      ? opener
      : document.getElementById('say')
  back?.focus()
}

async function closeTop() {
  const top = stack.at(-1)
  if (!top) return
  try {
    await post('/close', { user: state.me, view_id: top.id() })
  } catch (error) {
    say(error)
  }
  await refresh()
}

/** Escape closes a view as its own button does: through the app. */
export function startModal() {
  dialog().addEventListener('cancel', (event) => {
    event.preventDefault()
    void closeTop()
  })
}
