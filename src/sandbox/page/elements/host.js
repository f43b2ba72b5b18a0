import { askConfirm } from '../modal/confirm.js'
import { say } from '../parts/toast.js'

/** @import { Part, Block } from '../types.js' */

/**
 * What a person answered with an element: a button's own value, or what was selected.
 * @typedef {{ value?: string, selected?: string | string[] }} Answer
 * @typedef {{ action_id: string, block_id?: string } & Answer} Press
 * @typedef {{ name: string, text: string }} Upload
 * @typedef {{ read: () => unknown, files?: () => Promise<Upload | null>, control: HTMLElement }} Reader
 *
 * Where blocks stand: a message, a modal or Home. A surface with a form remembers what is typed into it.
 * @typedef {object} Surface
 * @property {'message' | 'modal' | 'home'} kind
 * @property {(press: Press) => Promise<void>} act  sends a click and comes back when the app has settled
 * @property {Map<string, Reader>} [form]  by block id and action id
 * @property {Map<string, unknown>} [kept]  what was typed before an update of the view drew it anew
 *
 * What an element is given by the block around it.
 * @typedef {object} Host
 * @property {Surface} surface
 * @property {string | undefined} block_id
 * @property {boolean} dispatches  each change is a click of its own
 * @property {boolean} optional
 * @property {Record<string, string>} names  aria attributes that name and describe the control
 */

/** @param {string | undefined} block @param {string | undefined} action */
export const formKey = (block, action) => JSON.stringify([block ?? '', action ?? ''])

/**
 * The host of an element outside an input block: every change is sent at once.
 * @param {Surface} surface
 * @param {Block} block
 * @param {Record<string, string>} names
 * @returns {Host}
 */
export const actionHost = (surface, block, names) => ({
  surface,
  block_id: block.block_id,
  dispatches: true,
  optional: true,
  names,
})

/** @type {WeakMap<HTMLElement, Promise<void>>} what a control is sending */
const sending = new WeakMap()

/**
 * Sends an answer, after the element's own question where it has one. A button pressed twice counts once; what is
 * chosen while an earlier choice still travels follows it.
 * @param {Host} host
 * @param {Part} element
 * @param {Answer} answer
 * @param {HTMLElement} control  shown as busy meanwhile
 */
export async function press(host, element, answer, control) {
  if (sending.has(control) && answer.selected === undefined) return
  if (element.confirm && !(await askConfirm(element.confirm))) return
  const sent = (sending.get(control) ?? Promise.resolve()).then(() => send(host, element, answer))
  sending.set(control, sent)
  control.setAttribute('aria-busy', 'true')
  await sent
  if (sending.get(control) !== sent) return
  sending.delete(control)
  control.removeAttribute('aria-busy')
}

/** @param {Host} host @param {Part} element @param {Answer} answer */
async function send(host, element, answer) {
  const where = host.block_id === undefined ? {} : { block_id: host.block_id }
  await host.surface.act({ action_id: element.action_id ?? '', ...where, ...answer }).catch(say)
}

/**
 * Registers a control whose value belongs to the form, and tells what it held before a redraw.
 * @param {Host} host
 * @param {Part} element
 * @param {HTMLElement} control
 * @param {() => unknown} read
 * @param {() => Promise<Upload | null>} [files]
 */
export function enter(host, element, control, read, files) {
  host.surface.form?.set(
    formKey(host.block_id, element.action_id),
    files ? { read, files, control } : { read, control },
  )
}

/**
 * @template T
 * @param {Host} host
 * @param {Part} element
 * @param {T} initial
 * @returns {T}
 */
export function keptOr(host, element, initial) {
  const key = formKey(host.block_id, element.action_id)
  const kept = host.surface.kept
  return kept?.has(key) ? /** @type {T} read from the same element before */ (kept.get(key)) : initial
}
