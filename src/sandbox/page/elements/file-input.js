import { h } from '../dom.js'
import { enter } from './host.js'

/** @import { Part } from '../types.js' @import { Host } from './host.js' */

/** A file goes to the sandbox as its text: what the app asks for here are tables and lists. @param {Part} element @param {Host} host */
export function fileInput(element, host) {
  const accept = (element.filetypes ?? []).map((type) => `.${type}`).join(',')
  const control = h('input', {
    class: 'file-input',
    type: 'file',
    accept: accept || null,
    'aria-label': 'Choose a file',
    ...host.names,
  })
  enter(
    host,
    element,
    control,
    () => undefined,
    async () => {
      const file = control.files?.[0]
      return file ? { name: file.name, text: await file.text() } : null
    },
  )
  return control
}
