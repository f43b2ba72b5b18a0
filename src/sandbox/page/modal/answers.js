import { showError } from '../blocks/input.js'
import { formKey } from '../elements/host.js'

/** @import { Block } from '../types.js' @import { Reader, Upload } from '../elements/host.js' */

/** @param {Map<string, Reader>} form */
export async function gather(form) {
  /** @type {Record<string, Record<string, unknown>>} */
  const values = {}
  /** @type {Record<string, Record<string, Upload>>} */
  const files = {}
  for (const [key, reader] of form) {
    const [block, action] = /** @type {[string, string]} made by formKey */ (JSON.parse(key))
    const value = reader.read()
    // What was emptied is said to be empty: the server keeps what it was told with an earlier click.
    if (!reader.files) values[block] = { ...values[block], [action]: value ?? null }
    const file = await reader.files?.()
    if (file) files[block] = { ...files[block], [action]: file }
  }
  return { values, files }
}

/** @param {unknown} value */
const isEmpty = (value) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * What Slack's own form refuses before it asks the app.
 * @param {Reader} reader
 * @param {Block} block
 * @param {Upload | undefined} file
 */
function objection(reader, block, file) {
  const { control } = reader
  const checked = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control : null
  // A half-typed number or date reads as empty; the browser knows better what is wrong with it.
  if (checked && !checked.validity.valid) return checked.validationMessage
  const least = block.element?.min_length ?? 0
  const value = reader.read()
  if (typeof value === 'string' && value !== '' && value.length < least) return `At least ${least} characters, please.`
  if (block.optional === true || file || !isEmpty(value)) return undefined
  return 'This needs an answer.'
}

/**
 * @param {readonly Block[]} blocks
 * @param {Map<string, Reader>} form
 * @param {Record<string, Record<string, Upload>>} files
 * @returns {Record<string, string>} by block id
 */
export function objections(blocks, form, files) {
  /** @type {Record<string, string>} */
  const found = {}
  for (const block of blocks) {
    const reader = block.type === 'input' ? form.get(formKey(block.block_id, block.element?.action_id)) : undefined
    const sentence = reader && objection(reader, block, files[block.block_id ?? '']?.[block.element?.action_id ?? ''])
    if (sentence !== undefined) found[block.block_id ?? ''] = sentence
  }
  return found
}

/**
 * @param {HTMLElement} body
 * @param {Map<string, Reader>} form
 * @param {Record<string, string>} errors  by block id
 * @returns {string[]} sentences that found no field to stand beside
 */
export function showErrors(body, form, errors) {
  const left = new Map(Object.entries(errors))
  /** @type {HTMLElement | undefined} */
  let first
  for (const [key, { control }] of form) {
    const [block] = /** @type {[string, string]} made by formKey */ (JSON.parse(key))
    const field = control.closest('.field')
    if (!(field instanceof HTMLElement) || !body.contains(field)) continue
    showError(field, control, left.get(block))
    if (left.delete(block)) first ??= control
  }
  const target = first?.matches('input, textarea') ? first : first?.querySelector('input')
  if (target instanceof HTMLElement) target.focus()
  return [...left.values()]
}
