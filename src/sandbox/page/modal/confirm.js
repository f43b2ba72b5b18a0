import { freshId, h } from '../dom.js'
import { rendered, words } from '../text/mrkdwn.js'

/** @import { Confirm } from '../types.js' */

/**
 * An element's own "are you sure", as Slack asks it.
 * @param {Confirm} confirm
 * @returns {Promise<boolean>}
 */
export function askConfirm(confirm) {
  const { promise, resolve } = /** @type {PromiseWithResolvers<boolean>} */ (Promise.withResolvers())
  const title = freshId('confirm')
  const text = freshId('confirm-text')
  const opener = document.activeElement
  const answer = (/** @type {boolean} */ yes) => {
    resolve(yes)
    dialog.close()
  }
  const deny = h(
    'button',
    { class: 'button', type: 'button', onclick: () => answer(false) },
    words(confirm.deny) || 'Cancel',
  )
  const look = confirm.style === 'danger' ? 'button button-danger-main' : 'button button-main'
  const agree = h(
    'button',
    { class: look, type: 'button', onclick: () => answer(true) },
    words(confirm.confirm) || 'Yes',
  )
  const dialog = h(
    'dialog',
    { class: 'modal confirm', 'aria-labelledby': title, 'aria-describedby': text },
    h(
      'div',
      { class: 'modal-header' },
      h('h2', { class: 'modal-title', id: title }, words(confirm.title) || 'Are you sure?'),
    ),
    h('div', { class: 'modal-body', id: text }, h('div', {}, ...rendered(confirm.text))),
    h('div', { class: 'modal-footer' }, deny, agree),
  )
  dialog.addEventListener('close', () => {
    resolve(false)
    dialog.remove()
    if (opener instanceof HTMLElement) opener.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
  deny.focus()
  return promise
}
